using System.Runtime.Versioning;
using Microsoft.Extensions.Time.Testing;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Surviving;

/// <summary>A disk that doesn't answer any more, real and in the kernel. Whoever waits for it waits for ever.</summary>
[SupportedOSPlatform("linux")]
public sealed class HungDiskTests : IDisposable
{
    private static readonly TimeSpan NotForEver = TimeSpan.FromSeconds(20);

    private readonly ScriptedSource _source = new();
    private readonly Lines _log = new();

    public void Dispose() => _log.Dispose();

    [HungDiskFact]
    public async Task Survive_31_a_disk_that_hangs_in_a_write_ends_no_refresh_and_no_disposing()
    {
        using var disk = new FrozenDisk();
        _source.Sends(Config(1), "1");
        var config = await OpenAsync(disk.Path);
        disk.Freeze();

        for (var value = 2; value < 5; value++)
        {
            _source.Sends(Config(value), $"{value}");
            Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync().WaitAsync(NotForEver));
            Assert.Equal(value, config.GetValue("s", "f", "key", -1));
        }

        await config.DisposeAsync().AsTask().WaitAsync(NotForEver);
    }

    [HungDiskFact]
    public async Task Survive_31_a_disk_that_hangs_is_told_and_gets_the_newest_config_once_it_answers_again()
    {
        using var disk = new FrozenDisk();
        _source.Sends(Config(1), "1");
        var config = await OpenAsync(disk.Path);
        disk.Freeze();
        for (var value = 2; value < 5; value++)
        {
            _source.Sends(Config(value), $"{value}");
            await config.RefreshAsync().WaitAsync(NotForEver);
        }

        await Production.Eventually(() => _log.With("doesn't answer").Count > 0);
        disk.Thaw();
        await Production.Eventually(() => _log.With("is kept on disk again").Count > 0);

        await config.DisposeAsync();
        _source.Fails("down");
        await using var next = await OpenAsync(disk.Path);
        Assert.Equal((4, ConfigOrigin.Cache), (next.GetValue("s", "f", "key", -1), next.Status.Origin));
        Assert.Single(_log.With("doesn't answer"));
    }

    [HungDiskFact]
    public async Task Survive_31_a_disk_that_never_answers_does_not_keep_a_start_from_its_first_fetch()
    {
        using var disk = new SilentDisk();
        _source.Sends(Config(1), "1");

        var config = await Task.Run(() => OpenAsync(disk.Path)).WaitAsync(NotForEver);

        Assert.Equal((1, ConfigOrigin.Source), (config.GetValue("s", "f", "key", -1), config.Status.Origin));
        Assert.NotEmpty(_log.With("doesn't answer"));
        await config.DisposeAsync().AsTask().WaitAsync(NotForEver);
    }

    [HungDiskFact]
    public async Task Survive_31_a_locks_file_on_a_disk_that_never_answers_does_not_keep_a_start_and_holds_one_thread()
    {
        using var disk = new SilentDisk();
        _source.Sends(Config(1), "1");
        var time = new FakeTimeProvider();
        var options = new SlowrollOptions
        {
            UseDiskCache = false,
            LocksFile = Path.Combine(disk.Path, "locks"),
            LoggerFactory = _log,
            TimeProvider = time,
            PollInterval = Timeout.InfiniteTimeSpan,
        };

        await using var config =
            await Task.Run(() => SlowrollConfig.OpenAsync(_source, "test", options)).WaitAsync(NotForEver);
        for (var look = 0; look < 100; look++)
        {
            time.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(1);
        }

        Assert.Equal(1, config.GetValue("s", "f", "key", -1));
        Assert.Single(_log.With("doesn't answer"));
        Assert.Equal(1, SilentDisk.ThreadsHeld);
    }

    [HungDiskFact]
    public async Task Survive_31_a_config_file_on_a_disk_that_never_answers_holds_one_thread()
    {
        using var disk = new SilentDisk();
        var source = new FileConfigSource(Path.Combine(disk.Path, "config.json"));
        var options = new SlowrollOptions
        {
            UseDiskCache = false,
            PollInterval = Timeout.InfiniteTimeSpan,
            FetchTimeout = TimeSpan.FromMilliseconds(20),
        };

        await using var config = await SlowrollConfig.OpenAsync(source, "test", options).WaitAsync(NotForEver);
        for (var refresh = 0; refresh < 10; refresh++)
            Assert.Equal(RefreshOutcome.Failed, await config.RefreshAsync().WaitAsync(NotForEver));

        Assert.Equal(1, SilentDisk.ThreadsHeld);
    }

    [HungDiskFact]
    public async Task Survive_31_what_a_hung_disk_holds_up_keeps_nothing_of_its_caller()
    {
        using var disk = new FrozenDisk();
        _source.Sends(Config(1), "1");
        await using var config = await OpenAsync(disk.Path);
        disk.Freeze();

        var callers = await RefreshWithContextAsync(config);
        for (var patience = 0; patience < 100 && callers.IsAlive; patience++)
        {
            await Task.Delay(10);
            GC.Collect();
        }

        Assert.False(callers.IsAlive);
    }

    // A method of its own, so that nothing of it is on the stack of the test.
    private async Task<WeakReference> RefreshWithContextAsync(SlowrollConfig config)
    {
        var scope = new AsyncLocal<object?>();
        return await Task.Run(async () =>
        {
            var callers = new object();
            scope.Value = callers;
            _source.Sends(Config(2), "2");
            await config.RefreshAsync().WaitAsync(NotForEver);
            return new WeakReference(callers);
        });
    }

    private Task<SlowrollConfig> OpenAsync(string directory) => SlowrollConfig.OpenAsync(
        _source,
        "test",
        new SlowrollOptions
        {
            CacheDirectory =
            Path.Combine(directory, "caches"),
            PollInterval = Timeout.InfiniteTimeSpan,
            LoggerFactory = _log
        });
}
