using System.Runtime.CompilerServices;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Generators.Tests.Drift;

namespace Slowroll.Generators.Tests.EndToEnd;

public class SamplesTests
{
    [Theory]
    [InlineData("QuickStart", "app_features", "")]
    [InlineData("WebShop", "shop_features", "")]
    [InlineData("BrowserShop", "browser_features", "wwwroot/")]
    public async Task A_sample_has_no_drift(string sample, string name, string folder) =>
        Assert.Empty(await DriftTest.Messages(new(
            TestFile.Schema(Text(sample, $"{name}.schema.json"), $"/app/{name}.schema.json"),
            TestFile.Config(Text(sample, $"{folder}{name}.json"), $"/app/{name}.json"))));

    private static string Text(string sample, string file, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../../samples", sample, file));
}
