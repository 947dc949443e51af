using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Surviving;

/// <summary>The thread pool belongs to the whole process: nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(FewMeansTests), DisableParallelization = true)]
[Collection(nameof(FewMeansTests))]
public sealed class FewMeansTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ScriptedSource _source = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Survive_67_without_a_disk_cache_no_file_is_looked_for_or_written()
    {
        _source.Sends(Config(1), "a");
        await using var config = await SlowrollConfig.OpenAsync(
            _source, "test", new SlowrollOptions { UseDiskCache = false, CacheDirectory = _directory["cache"] });
        _source.Sends(Config(2), "b");
        await config.RefreshAsync();

        Assert.Equal((2, null), (config.Ask(-1).Value, config.Status.LocksFile));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_directory.Path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Survive_67_where_there_is_no_file_system_flags_are_answered_all_the_same(bool useDiskCache)
    {
        await File.WriteAllTextAsync(_directory["a file"], "in a directory's place");
        var nowhere = Path.Combine(_directory["a file"], "cache");
        _source.Sends(Config(1), "a");
        await using var config = await SlowrollConfig.OpenAsync(
            _source,
            "test",
            new SlowrollOptions
            {
                UseDiskCache =
                useDiskCache,
                CacheDirectory = nowhere,
                LocksFile = Path.Combine(nowhere, "locks")
            });
        _source.Sends(Config(2), "b");

        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.Equal((2, "b", null), (config.Ask(-1).Value, config.Status.ETag, config.Status.LastError));
    }

    [Fact]
    public void Survive_67_a_fixed_config_waits_for_no_thread_of_the_pool()
    {
        var ended = false;
        var asking = new Thread(() =>
        {
            var config = OneFlag.Of("""
                {"stable": 0, "new": 1, "end_time": "2030-01-02 00:00Z", "duration": "1d", "early_adopters": ["a"], "early_adopter_patterns": ["b+"]}
                """);
            config.GetFlag("s", "f", -1).Changed += (_, _) => { };
            ended = (config.Ask(-1, "a").Value, config.Ask(-1, key: "g").Value, config.Freeze().Ask(-1, "bb").Value)
                == (1, -1, 1)
                && config.Status.Origin == ConfigOrigin.Fixed
                && config.RefreshAsync().GetAwaiter().GetResult() == RefreshOutcome.Unchanged;
            config.Dispose();
            config.DisposeAsync().AsTask().GetAwaiter().GetResult();
        })
        { IsBackground = true };

        WithoutThreadPool(() =>
        {
            asking.Start();
            Assert.True(asking.Join(TimeSpan.FromSeconds(20)));
        });
        Assert.True(ended);
    }

    // All threads that there may be are blocked.
    private static void WithoutThreadPool(Action action)
    {
        ThreadPool.GetMinThreads(out var least, out var leastIo);
        ThreadPool.GetMaxThreads(out var most, out var mostIo);
        using var release = new ManualResetEventSlim();
        try
        {
            Assert.True(ThreadPool.SetMaxThreads(least, Math.Max(leastIo, 1)));
            while (true)
            {
                ThreadPool.GetAvailableThreads(out var available, out _);
                if (available <= 0)
                    break;

                using var isBlocked = new ManualResetEventSlim();
                ThreadPool.UnsafeQueueUserWorkItem(
                    blocked =>
                    {
                        blocked.Set();
                        release.Wait();
                    },
                    isBlocked,
                    preferLocal: false);
                Assert.True(isBlocked.Wait(TimeSpan.FromSeconds(20)));
            }

            action();
        }
        finally
        {
            release.Set();
            ThreadPool.SetMaxThreads(most, mostIo);
        }
    }
}
