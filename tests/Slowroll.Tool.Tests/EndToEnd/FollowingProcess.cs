using System.Diagnostics;
using System.Globalization;

namespace Slowroll.Tool.Tests.EndToEnd;

/// <summary>A <see cref="FollowingProgram"/> that runs as a process of its own.</summary>
internal sealed class FollowingProcess : IDisposable
{
    private static readonly TimeSpan NotForEver = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    public FollowingProcess(Uri url) => _process = Process.Start(
        new ProcessStartInfo(
            "dotnet", ["exec", typeof(FollowingProgram).Assembly.Location, FollowingProgram.Verb, url.AbsoluteUri])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    /// <summary>The version in force, and how many hosts have <c>new</c> at an instant of its clock.</summary>
    public async Task<(string ETag, int Count)> AskAsync(string instant)
    {
        await _process.StandardInput.WriteLineAsync(instant);
        await _process.StandardInput.FlushAsync();
        var answer = (await _process.StandardOutput.ReadLineAsync().WaitAsync(NotForEver))!.Split(' ');
        return (answer[0], int.Parse(answer[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Waits until it has seen another version.</summary>
    public async Task SeeAfterAsync(string etag, string instant)
    {
        var started = Stopwatch.GetTimestamp();
        while ((await AskAsync(instant)).ETag == etag)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < NotForEver, "The process never sees the new config.");
            await Task.Delay(20);
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
