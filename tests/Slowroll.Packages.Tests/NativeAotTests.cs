using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Slowroll.Packages.Tests;

[Collection(nameof(PackedPackages))]
public partial class NativeAotTests(PackedPackages packages)
{
    [LinkerFact]
    public async Task Survive_67_the_web_sample_is_published_natively_without_a_warning_and_runs()
    {
        var (folder, dotnet) = packages.NewConsumer("native", "WebShop");

        await dotnet.RunAsync("publish", "-warnaserror", "-o", Path.Combine(folder, "published"));
        using var shop = Process.Start(new ProcessStartInfo(
            Path.Combine(folder, "published", "WebShop"), ["--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Path.Combine(folder, "published"),
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        })!;
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressOfAsync(shop) };
            var offer = await client.GetStringAsync(new Uri("/", UriKind.Relative));
            var page = await client.GetStringAsync(new Uri("/checkout/ada", UriKind.Relative));
            var why = await client.GetStringAsync(new Uri("/why/ada", UriKind.Relative));
            var health = await client.GetStringAsync(new Uri("/health", UriKind.Relative));
            var status = await client.GetStringAsync(new Uri("/slowroll?key=ada", UriKind.Relative));
            var data = await client.GetStringAsync(new Uri("/slowroll/data", UriKind.Relative));

            Assert.StartsWith("Free shipping from 40 euros.", offer, StringComparison.Ordinal);
            Assert.Equal("ada sees [Buy now with one click] and pays no shipping costs from 40 euros.\n", page);
            Assert.StartsWith("True: EarlyAdopter", why, StringComparison.Ordinal);
            Assert.Equal("Healthy", health);
            Assert.Contains("What ada gets", status, StringComparison.Ordinal);
            Assert.Contains("\"origin\": \"source\"", data, StringComparison.Ordinal);
        }
        finally
        {
            shop.Kill();
        }
    }

    private static async Task<Uri> AddressOfAsync(Process shop)
    {
        var output = "";
        while (await shop.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) is { } line)
        {
            output += line + "\n";
            if (Address().Match(line) is { Success: true } match)
                return new Uri(match.Value);
        }

        throw new InvalidOperationException($"The sample ended with:\n{output}");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
