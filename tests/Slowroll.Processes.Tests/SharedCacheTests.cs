using System.Runtime.Versioning;
using Xunit.Abstractions;

namespace Slowroll.Processes.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class SharedCacheTests(ITestOutputHelper output) : IDisposable
{
    private const int Processes = 10;
    private const int Rounds = 200;
    private const int KilledInARound = 2;

    private readonly string _directory = Directory.CreateTempSubdirectory("slowroll-").FullName;
    private readonly Random _random = new(1);

    [Fact]
    public async Task Survive_33_and_36_processes_that_are_killed_at_random_leave_a_whole_config_and_no_start_fails()
    {
        var processes = new KilledProcess[Processes];
        try
        {
            for (var index = 0; index < Processes; index++)
                processes[index] = new KilledProcess(_directory);
            await Task.WhenAll(processes.Select(process => process.WaitForRefreshesAsync(1)));

            var refreshes = 0;
            for (var round = 0; round < Rounds; round++)
            {
                for (var kill = 0; kill < KilledInARound; kill++)
                {
                    await Task.Delay(_random.Next(40));
                    var unlucky = _random.Next(Processes);
                    processes[unlucky].Kill();
                    refreshes += processes[unlucky].Refreshes;
                    processes[unlucky].Dispose();
                    processes[unlucky] = new KilledProcess(_directory);
                }

                await AssertWholeAsync();
            }

            await Task.WhenAll(processes.Select(process => process.WaitForRefreshesAsync(1)));
            foreach (var process in processes)
                process.Kill();
            output.WriteLine($"{refreshes} refreshes by the killed, {Leftovers().Length} unfinished files left");
        }
        finally
        {
            foreach (var process in processes)
                process?.Dispose();
        }

        await AssertWholeAsync();
        await AssertClearedAwayAsync();
    }

    [Fact]
    public async Task Survive_32_a_disk_on_which_writes_fail_in_the_middle_keeps_the_old_config_and_ends_no_process()
    {
        using (var process = new KilledProcess(_directory))
        {
            await process.WaitForRefreshesAsync(1);
            process.Kill();
        }

        using (var process = new KilledProcess(_directory, mostKilobytes: 2))
        {
            await process.WaitForRefreshesAsync(200);
            process.Kill();
        }

        await AssertWholeAsync();

        // What failed is cleared away at once; one may have been under way when the process was killed.
        Assert.InRange(Leftovers().Length, 0, 2);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    // As a start without a network does.
    private async Task AssertWholeAsync()
    {
        var down = ConfigSource.From(CacheUser.Source, (_, _) => new(FetchResult.Failed("down")));
        await using var config =
            await SlowrollConfig.OpenAsync(down, CacheUser.CacheName, CacheUser.Options(_directory));

        Assert.Equal(ConfigOrigin.Cache, config.Status.Origin);
        Assert.Null(CacheUser.WhyMixed(config));
    }

    private async Task AssertClearedAwayAsync()
    {
        Assert.NotEmpty(Leftovers());
        foreach (var file in Leftovers())
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-2));

        var up = ConfigSource.From(CacheUser.Source, (_, _) => new(FetchResult.Fresh("{}"u8.ToArray(), null)));
        await using var config = await SlowrollConfig.OpenAsync(up, CacheUser.CacheName, CacheUser.Options(_directory));
        await config.RefreshAsync();

        Assert.Empty(Leftovers());
    }

    private string[] Leftovers() => Directory.GetFiles(_directory, "*.tmp");
}
