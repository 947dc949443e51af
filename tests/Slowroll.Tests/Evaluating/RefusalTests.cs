using System.Text;
using System.Text.Json;

namespace Slowroll.Tests.Evaluating;

/// <summary>A value that doesn't fit is told with the place inside it, for who looks at a banner of thirty
/// lines.</summary>
public class RefusalTests
{
    private static readonly FlagValueReader<Shop> ReadShop = ReadOneShop;
    private static readonly FlagValueReader<IReadOnlyList<Shop>> ReadShops = FlagReaders.List(ReadShop);

    private sealed record Shop(string Name, int? Size, IReadOnlyList<int> Hours);

    [Theory]
    [InlineData("{}", "'stable' has no \"name\".")]
    [InlineData("7", "'stable' is 7, which is no Shop.")]
    [InlineData("""{"name": 7}""", "'stable.name' is 7, which is no string.")]
    [InlineData("""{"name": "a", "size": "big"}""", "'stable.size' is \"big\", which is no integer of 32 bits.")]
    [InlineData("""{"name": "a", "hours": {}}""", "'stable.hours' is {}, which is no list of what the schema says.")]
    [InlineData("""{"name": "a", "hours": [8, "noon"]}""",
        "'stable.hours[1]' is \"noon\", which is no integer of 32 bits.")]
    public void What_does_not_fit_is_told_with_its_place(string stable, string error) =>
        Assert.Equal(error, Explain(stable, ReadShop).Error);

    [Theory]
    [InlineData("""[{"name": "a"}, {}]""", "'stable[1]' has no \"name\".")]
    [InlineData("""[{"name": "a", "hours": [null]}]""",
        "'stable[0].hours[0]' is null, which is no integer of 32 bits.")]
    public void However_deep_it_is(string stable, string error) =>
        Assert.Equal(error, Explain(stable, ReadShops).Error);

    [Fact]
    public void The_side_is_told_too() => Assert.Equal(
        "'new.name' is null, which is no string.",
        Explain("""{"name": "a"}, "new": {"name": null}, "early_adopters": []""", ReadShop).Error);

    [Fact]
    public void What_was_read_in_another_way_after_all_is_no_fault() => Assert.Equal(
        "'stable' is {}, which is no Shop.",
        Explain<Shop>("{}", json =>
        {
            // Two ways to say the same: here the first is refused, the second reads well, and it is refused for its
            // length.
            Assert.False(FlagReaders.Required(json, "name", FlagReaders.Of<string>()).HasValue);
            Assert.Equal(1, FlagReaders.Optional(json, "size", FlagReaders.Of<int>(), 1).Value);
            return default;
        }).Error);

    [Fact]
    public void A_reader_that_throws_says_nothing_of_what_it_met_before() => Assert.Equal(
        "'stable' is {}, which is no Shop.",
        Explain<Shop>("{}", json => FlagReaders.Required(json, "name", FlagReaders.Of<string>()).HasValue
            ? default(FlagReading<Shop>)
            : throw new InvalidOperationException()).Error);

    [Fact]
    public void A_reader_says_why_it_refuses() => Assert.Equal(
        "'stable' is 7, which is odd.",
        Explain<Shop>("7", json => FlagReaders.Refused<Shop>($"is {json.GetRawText()}, which is odd")).Error);

    [Theory]
    [InlineData("""[{"name": "a"}, 7]""", "'stable[1]' is 7, which is odd.")]
    [InlineData("[7]", "'stable[0]' is 7, which is odd.")]
    public void A_reason_is_told_with_the_place_of_what_it_is_about(string stable, string error) =>
        Assert.Equal(error, Explain(
            stable,
            FlagReaders.List<Shop>(json => json.ValueKind == JsonValueKind.Number
                ? FlagReaders.Refused<Shop>($"is {json.GetRawText()}, which is odd")
                : ReadShop(json))).Error);

    [Fact]
    public void What_was_read_can_not_be_refused_as_a_part() =>
        Assert.Throws<InvalidOperationException>(() => new FlagReading<int>(1).RefusedAs<Shop>());

    [Fact]
    public void The_default_of_a_reading_is_a_refusal() => Assert.False(default(FlagReading<int>).HasValue);

    [Fact]
    public void It_is_logged_once_however_often_the_flag_is_asked_and_the_default_answers()
    {
        Lines log = new();
        var config = SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes("""{"s": {"f": {"stable": {"name": "a", "hours": [8, "noon"]}}}}"""),
            new SlowrollOptions { LoggerFactory = log });
        Shop closed = new("closed", null, []);

        for (var i = 0; i < 3; i++)
        {
            Assert.Same(closed,
                config.GetFlag(new FlagKey<Shop>("s", "f", closed) { Reader = ReadShop }).Evaluate($"{i}"));
        }

        Assert.Equal(
            "Warning: The flag s.f answers its default. 'stable.hours[1]' is \"noon\", which is no integer of 32 bits.",
            Assert.Single(log.With("s.f")));
    }

    private static Evaluation<T> Explain<T>(string stable, FlagValueReader<T> reader) where T : class
    {
        var answer = OneFlag.Of($$"""{"stable": {{stable}} }""")
            .GetFlag(new FlagKey<T>("s", "f", null!) { Reader = reader })
            .Explain("key");
        Assert.Equal((null, EvaluationReason.WrongType), (answer.Value, answer.Reason));
        return answer;
    }

    private static FlagReading<Shop> ReadOneShop(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return default;

        var name = FlagReaders.Required(json, "name", FlagReaders.Of<string>());
        if (!name.HasValue)
            return name.RefusedAs<Shop>();
        var size = FlagReaders.Optional(json, "size", FlagReaders.OrNullStruct(FlagReaders.Of<int>()), null);
        if (!size.HasValue)
            return size.RefusedAs<Shop>();
        var hours = FlagReaders.Optional<IReadOnlyList<int>>(
            json, "hours", FlagReaders.List(FlagReaders.Of<int>()), []);
        return hours.HasValue ? new Shop(name.Value, size.Value, hours.Value) : hours.RefusedAs<Shop>();
    }
}
