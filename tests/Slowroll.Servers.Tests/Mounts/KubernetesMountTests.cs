using Slowroll.Servers.Tests.Servers;
using static Slowroll.Servers.Tests.Servers.OneFlagConfig;

namespace Slowroll.Servers.Tests.Mounts;

public sealed class KubernetesMountTests : IDisposable
{
    private const int Changes = 60;
    private const int QuickChanges = 500;
    private const int Readers = 8;

    // A config that is longer than what is read at once.
    private const int Length = 100_000;

    private readonly TemporaryDirectory _directory = new();
    private readonly KubernetesMount _mount;
    private readonly Lines _log = new();

    public KubernetesMountTests() => _mount = new KubernetesMount(_directory["mount"]);

    [Fact]
    public async Task A_change_is_in_force_with_the_next_poll()
    {
        _mount.Write(Of(1));
        await using var config = await OpenAsync();

        _mount.Write(Of(2));
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.Equal(2, ValueIn(config));

        _mount.Write(Of(2));
        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
    }

    [Fact]
    public async Task Polls_that_meet_a_change_at_any_moment_never_fail_and_readers_see_whole_configs_in_order()
    {
        _mount.Write(Of(1, Length));
        await using var config = await OpenAsync();
        using CancellationTokenSource done = new();
        var polling = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
                Assert.NotEqual(RefreshOutcome.Failed, await config.RefreshAsync());
        });
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ReadInOrder(config, done.Token)));
        var reading = Task.WhenAll(readers.ToList());

        for (var version = 2; version <= Changes; version++)
            _mount.Write(Of(version, Length));

        await done.CancelAsync();
        await Task.WhenAll(polling, reading);
        await config.RefreshAsync();
        Assert.Equal(Changes, ValueIn(config));
        Assert.Empty(_log.With("could not be refreshed"));
    }

    // Between two links that are followed the target may go: seen in one of some ten thousand changes.
    [Fact]
    public async Task A_source_that_is_asked_by_many_at_once_during_changes_gives_whole_files_only()
    {
        _mount.Write(Of(1));
        FileConfigSource source = new(_mount.ConfigPath);
        using CancellationTokenSource done = new();
        var asking = Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var result = await source.FetchAsync(null, default);
                Assert.True(result.Kind == FetchKind.Fresh, result.Error);
                Assert.Equal((byte)'}', result.Utf8Json.Span[^1]);
            }
        })).ToList());

        for (var version = 2; version <= QuickChanges; version++)
            _mount.Write(Of(version));

        await done.CancelAsync();
        await asking;
    }

    [Fact]
    public async Task A_mount_that_goes_leaves_the_last_good_config_and_is_followed_when_it_is_back()
    {
        _mount.Write(Of(1));
        await using var config = await OpenAsync();

        _mount.Remove();
        Assert.Equal(RefreshOutcome.Failed, await config.RefreshAsync());
        Assert.Equal(1, ValueIn(config));
        Assert.Equal(
            $"{_mount.ConfigPath} doesn't exist: create it, or give the path where the config is.",
            config.Status.LastError);
        OutagesPage.Has(config.Status.LastError, _mount.ConfigPath);

        _mount.Write(Of(2));
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.Equal(2, ValueIn(config));
        Assert.Single(_log.With($"Refreshing from {_mount.ConfigPath} works again after 1 failure."));
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_for_a_moment_leaves_the_last_good_config()
    {
        _mount.Write(Of(1));
        await using var config = await OpenAsync();

        var target = new DirectoryInfo(_directory["mount/..data"]).LinkTarget!;
        Directory.Move(_directory[$"mount/{target}"], _directory["elsewhere"]);
        Assert.Equal(RefreshOutcome.Failed, await config.RefreshAsync());
        Assert.Equal(1, ValueIn(config));

        Directory.Move(_directory["elsewhere"], _directory[$"mount/{target}"]);
        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
    }

    public void Dispose() => _directory.Dispose();

    private Task<SlowrollConfig> OpenAsync() => SlowrollConfig.OpenAsync(
        new FileConfigSource(_mount.ConfigPath), "test", new()
        {
            UseDiskCache = false,
            PollInterval = Timeout.InfiniteTimeSpan,
            LoggerFactory = _log,
        });

    private static void ReadInOrder(SlowrollConfig config, CancellationToken done)
    {
        var last = 1;
        while (!done.IsCancellationRequested)
        {
            var value = ValueIn(config);
            Assert.InRange(value, last, Changes);
            last = value;
        }
    }
}
