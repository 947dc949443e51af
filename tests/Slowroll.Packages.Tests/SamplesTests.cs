using Slowroll.Packages.Tests.Mutations;

namespace Slowroll.Packages.Tests;

[Collection(nameof(PackedPackages))]
public class SamplesTests(PackedPackages packages)
{
    [Theory]
    [InlineData("QuickStart")]
    [InlineData("WebShop")]
    public async Task Nothing_is_told_of_a_sample(string sample)
    {
        var (folder, dotnet) = packages.NewConsumer(sample, "Samples");
        foreach (var file in Directory.GetFiles(Path.Combine(PackedPackages.Repository, "samples", sample)))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));

        await dotnet.RunAsync("build");

        Assert.Empty(BuildLog.Read(Path.Combine(folder, "found.sarif"), folder));
    }
}
