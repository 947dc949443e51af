using Microsoft.Extensions.Time.Testing;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Surviving;

public class HandlerTests
{
    private readonly ScriptedSource _source = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Survive_65_a_handler_that_throws_harms_nobody()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        var told = false;
        config.Changed += (_, _) => throw new InvalidOperationException("a bug");
        config.Changed += (_, _) => told = true;

        _source.Sends(Config(2));

        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.True(told);
    }

    [Fact]
    public async Task Survive_65_a_handler_may_refresh_again()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        var inner = RefreshOutcome.Failed;
        config.Changed +=
            (_, _) => inner = config.RefreshAsync().WaitAsync(TimeSpan.FromSeconds(20)).GetAwaiter().GetResult();

        _source.Sends(Config(2));
        await config.RefreshAsync();

        Assert.Equal(RefreshOutcome.Unchanged, inner);
    }

    [Fact]
    public async Task Survive_65_a_handler_that_never_returns_does_not_stop_the_polling()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        using var stuck = new ManualResetEventSlim();
        config.Changed += (_, _) => stuck.Wait();

        try
        {
            _source.Sends(Config(2));
            await _time.AdvanceUntil(() => Value(config) == 2, TimeSpan.FromSeconds(10));
            _source.Sends(Config(3));
            await _time.AdvanceUntil(() => Value(config) == 3, TimeSpan.FromSeconds(10));
        }
        finally
        {
            stuck.Set();
        }
    }

    [Fact]
    public async Task Survive_65_a_handler_may_dispose_the_config_and_wait_for_it()
    {
        _source.Sends(Config(1));
        var config = await OpenAsync();
        var disposed = new TaskCompletionSource();
        config.Changed += (_, _) =>
        {
            config.DisposeAsync().AsTask().GetAwaiter().GetResult();
            disposed.SetResult();
        };

        _source.Sends(Config(2));

        await _time.AdvanceUntil(() => disposed.Task.IsCompleted, TimeSpan.FromSeconds(10));
    }

    private static int Value(SlowrollConfig config) => config.GetValue("s", "f", "key", -1);

    private Task<SlowrollConfig> OpenAsync() =>
        SlowrollConfig.OpenAsync(_source, "test", new SlowrollOptions { TimeProvider = _time, UseDiskCache = false });
}
