using System.Diagnostics;
using Slowroll.Tests.Servers;

namespace Slowroll.Processes.Tests;

/// <summary>A new process with a cached config: its first answer needs nothing of what a fetch needs.</summary>
public sealed class ColdStartTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("slowroll-cold-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_start_from_the_cache_loads_nothing_of_HTTP_until_it_has_answered_and_fetches_afterwards()
    {
        await using var server = RawServer.Start(Answer(1));
        await using (await SlowrollConfig.OpenAsync(server.Url, ColdUser.CacheName, new() { CacheDirectory = _directory.FullName }))
            server.Answer = Answer(2);

        var said = await RunAsync(server.Url);

        Assert.Equal(("Cache 1", "Source 2"), (said[0], said[2]));
        var loaded = said[1].Split(' ');
        Assert.Contains("Slowroll", loaded);
        Assert.DoesNotContain(loaded, name => name is "System.Net.Http" or "System.Net.Sockets" or "System.Net.Security"
            or "System.Diagnostics.DiagnosticSource" or "System.Security.Cryptography" or "System.Text.RegularExpressions"
            or "System.Collections.Immutable");
    }

    private async Task<string[]> RunAsync(Uri url)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", typeof(ColdUser).Assembly.Location, ColdUser.Verb, url.OriginalString, _directory.FullName])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static RawAnswer Answer(int value) =>
        RawAnswer.Of("200 OK", "", $$"""{"s": {"f": {"stable": {{value}} } } }""");
}
