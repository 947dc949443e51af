using System.Globalization;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Promises;

public class SameBytesTests
{
    private static readonly SortedDictionary<string, string> Expected = TestProject.WithSchema(SampleSchemas.Rich)
        .Generate();

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void Survive_82_every_culture_gets_the_same_text(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(Expected, TestProject.WithSchema(SampleSchemas.Rich).Generate());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Survive_82_every_line_ending_gets_the_same_text(string lineEnding) =>
        Assert.Equal(Expected, TestProject.WithSchema(SampleSchemas.Rich.Replace("\n", lineEnding)).Generate());

    [Fact]
    public void Survive_82_every_folder_gets_the_same_text() => Assert.Equal(
        Expected,
        new TestProject(TestFile.Schema(SampleSchemas.Rich, "/home/someone/else/app_features.schema.json")).Generate());

    [Fact]
    public void A_byte_order_mark_changes_nothing() =>
        Assert.Equal(Expected, TestProject.WithSchema("\uFEFF" + SampleSchemas.Rich).Generate());

    [Fact]
    public void Survive_82_generated_text_has_line_feeds_only() =>
        Assert.All(Expected.Values, text => Assert.DoesNotContain('\r', text));
}
