using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Tests.Printing;

public class JsonResultTests
{
    private static readonly DateTimeOffset At = new(2030, 3, 4, 10, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void Objects_and_what_is_written_look_alike()
    {
        using StringWriter printed = new();
        JsonResult.Print(new(printed), writer =>
        {
            writer.WriteStartObject();
            JsonResult.WriteInstant(writer, "beginsAt", At);
            JsonResult.WriteNumber(writer, "hosts", (int?)null);
            writer.WriteString("day", JsonResult.Word(DayOfWeek.Monday));
            writer.WriteEndObject();
        });

        var document = JsonResult.Of(new { BeginsAt = At, Hosts = (int?)null, Day = DayOfWeek.Monday });

        Assert.Equal(
            "{\n  \"beginsAt\": \"2030-03-04T09:00:00Z\",\n  \"hosts\": null,\n  \"day\": \"monday\"\n}", document);
        Assert.Equal(document, printed.ToString().TrimEnd());
    }
}
