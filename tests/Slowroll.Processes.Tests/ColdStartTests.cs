using System.Diagnostics;
using Slowroll.Tests.Servers;

namespace Slowroll.Processes.Tests;

/// <summary>A new process with a cached config: its first answer needs nothing of what a fetch needs.</summary>
public sealed class ColdStartTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("slowroll-cold-");

    public void Dispose() => _directory.Delete(recursive: true);

    // On a busy machine the first fetch may begin before a process has answered. One process of several that is quick
    // enough shows that the answer needs nothing of it.
    [Fact]
    public async Task A_start_from_the_cache_loads_nothing_of_HTTP_until_it_has_answered_and_fetches_afterwards()
    {
        const int Attempts = 8;
        List<string> needed = [];
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            needed = [.. (await LoadedAtFirstAnswer($"attempt-{attempt}")).Where(IsOfFetching)];
            if (needed.Count == 0)
                return;
        }

        Assert.Empty(needed);
    }

    private static bool IsOfFetching(string assembly) =>
        assembly is "System.Net.Http" or "System.Net.Sockets" or "System.Net.Security"
            or "System.Diagnostics.DiagnosticSource"
            or "System.Security.Cryptography"
            or "System.Text.RegularExpressions"
            or "System.Collections.Immutable";

    // A process that has fetched before it answered has needed HTTP.
    private async Task<string[]> LoadedAtFirstAnswer(string folder)
    {
        var directory = _directory.CreateSubdirectory(folder).FullName;
        await using var server = RawServer.Start(Answer(1));
        await using (await SlowrollConfig.OpenAsync(
            server.Url, ColdUser.CacheName, new() { CacheDirectory = directory }))
        {
            server.Answer = Answer(2);
        }

        var said = await RunAsync(server.Url, directory);

        Assert.Equal("Source 2", said[2]);
        var loaded = said[1].Split(' ');
        Assert.Contains("Slowroll", loaded);
        return said[0] == "Cache 1" ? loaded : ["System.Net.Http"];
    }

    private static async Task<string[]> RunAsync(Uri url, string directory)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", typeof(ColdUser).Assembly.Location, ColdUser.Verb, url.OriginalString, directory])
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
