using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Slowroll.Tests.Locking;

public sealed class FlagLocksTests : IDisposable
{
    private const string Config = """
        {"s": {"f": {"stable": 0, "new": 1, "end_time": "2030-01-01 00:00Z", "duration": "1d"},
               "number": {"stable": 0, "new": 10, "interpolate": true, "end_time": "2029-01-01 12:00Z", "duration": "1d"},
               "done": {"stable": 5},
               "broken": {"new": 1}} }
        """;

    private static readonly FlagName F = new("s", "f");
    private readonly TemporaryDirectory _directory = new();
    private readonly ScriptedSource _source = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2029, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(Side.New, 1)]
    [InlineData(Side.Stable, 0)]
    public void A_locked_flag_gives_everybody_one_side(Side side, int value)
    {
        _time.SetUtcNow(new DateTimeOffset(2029, 12, 31, 12, 0, 0, TimeSpan.Zero));
        var flag = Fixed(F, side).GetFlag("s", "f", -1);

        Assert.All(["web-1", "web-2", "rig-pad40cd", "web-vpdx1as"], key => Assert.Equal(value, flag.Evaluate(key)));
        Assert.Equal(Locked(value, side), flag.Explain("web-1"));
    }

    [Fact]
    public void A_lock_holds_for_GetValue_and_for_a_frozen_view_too()
    {
        var config = Fixed(F, Side.New);

        Assert.Equal((1, 1), (config.GetValue("s", "f", "web-1", -1), config.Freeze().GetValue("s", "f", "web-1", -1)));
        Assert.Equal(new FlagLock("s.f", Side.New, LockOrigin.Option), Assert.Single(config.Status.Locks));
    }

    [Theory]
    [InlineData(Side.New, 10)]
    [InlineData(Side.Stable, 0)]
    public void A_locked_number_does_not_go_on_between_the_two(Side side, int value)
    {
        Assert.Equal(5, Fixed(F, side).Ask(-1, key: "number").Value);

        Assert.Equal(
            Locked(value, side),
            Fixed(new FlagName("s", "number"), side).Ask(-1, key: "number"));
    }

    [Fact]
    public void A_flag_without_new_can_be_locked_to_stable() =>
        Assert.Equal(
            new Evaluation<int>(5, Side.Stable, EvaluationReason.Locked),
            Fixed(new FlagName("s", "done"), Side.Stable).Ask(-1, key: "done"));

    [Fact]
    public void A_lock_on_a_side_that_is_not_there_does_nothing()
    {
        Assert.Equal(EvaluationReason.NoNew, Fixed(new FlagName("s", "done"), Side.New).Ask(-1, key: "done").Reason);
        Assert.Equal(5, Fixed(new FlagName("s", "done"), Side.New).GetValue("s", "done", "web-1", -1));
        Assert.Equal(-1, Fixed(new FlagName("s", "broken"), Side.New).GetValue("s", "broken", "web-1", -1));
        Assert.Equal(-1, Fixed(new FlagName("s", "unknown"), Side.New).GetValue("s", "unknown", "web-1", -1));
    }

    [Fact]
    public void A_lock_is_on_stable_or_new() =>
        Assert.Contains("s.f must be", Assert.Throws<ArgumentException>(() => Fixed(F, Side.Default)).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_lock_in_the_file_holds_from_the_start()
    {
        await File.WriteAllTextAsync(_directory["locks"], "s.f = new");

        await using var config = await OpenAsync();

        Assert.Equal(1, config.GetValue("s", "f", "web-1", -1));
        Assert.Equal((LockOrigin.File, _directory["locks"]),
            (config.Status.Locks.Single().Origin, config.Status.LocksFile));
    }

    [Fact]
    public async Task A_lock_that_is_written_while_running_holds_soon_and_ends_with_the_file()
    {
        await using var config = await OpenAsync();
        var flag = config.GetFlag("s", "f", -1);
        Assert.Equal(0, flag.Evaluate("web-1"));

        await File.WriteAllTextAsync(_directory["locks"], "s.f = new");
        await LookUntil(() => flag.Evaluate("web-1") == 1);

        File.Delete(_directory["locks"]);
        await LookUntil(() => flag.Evaluate("web-1") == 0);
    }

    [Fact]
    public async Task Looking_at_the_file_keeps_nothing_of_who_opened_the_config()
    {
        var (config, callers) = await Task.Run(OpenWithContextAsync);
        await using var _ = config;
        for (var patience = 0; patience < 500 && callers.IsAlive; patience++)
        {
            await Task.Delay(10);
            GC.Collect();
        }

        Assert.False(callers.IsAlive);
    }

    [Fact]
    public async Task A_lock_stays_when_a_new_config_comes()
    {
        await using var config = await OpenAsync(options => options.Locks[F] = Side.New);
        _source.Sends(Config.Replace("\"new\": 1", "\"new\": 2", StringComparison.Ordinal));

        await config.RefreshAsync();

        Assert.Equal(2, config.GetValue("s", "f", "web-1", -1));
    }

    [Fact]
    public async Task An_option_goes_before_the_file()
    {
        await File.WriteAllTextAsync(_directory["locks"], "s.f = stable");

        await using var config = await OpenAsync(options => options.Locks[F] = Side.New);

        Assert.Equal(LockOrigin.Option, config.Status.Locks.Single().Origin);
        Assert.Equal(1, config.GetValue("s", "f", "web-1", -1));
    }

    [Fact]
    public async Task The_locks_file_lies_beside_the_cached_config()
    {
        await using var config = await SlowrollConfig.OpenAsync(
            _source, "test", new SlowrollOptions { CacheDirectory = _directory.Path, TimeProvider = _time });

        Assert.Equal(_directory.Path, Path.GetDirectoryName(config.Status.LocksFile));
        Assert.EndsWith(".locks", config.Status.LocksFile, StringComparison.Ordinal);
    }

    // A method of its own, so that nothing of it is on the stack of the test.
    private async Task<(SlowrollConfig Config, WeakReference Callers)> OpenWithContextAsync()
    {
        var callers = new object();
        var scope = new AsyncLocal<object?> { Value = callers };
        GC.KeepAlive(scope);
        return (await OpenAsync(), new WeakReference(callers));
    }

    private SlowrollConfig Fixed(FlagName flag, Side side)
    {
        var options = new SlowrollOptions { TimeProvider = _time };
        options.Locks[flag] = side;
        return SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(Config), options);
    }

    private Task<SlowrollConfig> OpenAsync(Action<SlowrollOptions>? change = null)
    {
        _source.Sends(Config);
        var options =
            new SlowrollOptions { TimeProvider = _time, UseDiskCache = false, LocksFile = _directory["locks"] };
        change?.Invoke(options);
        return SlowrollConfig.OpenAsync(_source, "test", options);
    }

    // The clock is the test's, the file is real.
    private async Task LookUntil(Func<bool> condition)
    {
        for (var i = 0; i < 2000 && !condition(); i++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        Assert.True(condition());
    }

    private static Evaluation<int> Locked(int value, Side side) => new(value, side, EvaluationReason.Locked)
    {
        OnNew = side == Side.New ? new() : null,
    };
}
