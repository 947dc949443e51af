using Microsoft.Extensions.Logging;

namespace Slowroll.Tests.Observing;

/// <summary>What is a switch when configs, locks and clocks change, and what its reason is.</summary>
public sealed class SwitchBookTests : OwnSwitches
{
    [Fact]
    public async Task A_new_config_is_told_and_a_confirmation_is_not()
    {
        Sends("1", ("f", At("20:00")), ("gone", At("10:00")), ("same", At("10:00")));
        await using var config = await OpenAsync();
        await Settled();

        Sends("2", ("f", At("11:00")), ("same", At("09:00")), ("added", At("10:00")), ("added_later", At("20:00")));
        await config.RefreshAsync();
        Log.WaitFor(3);
        await config.RefreshAsync();
        await Settled();

        Assert.Equal(
            ["s.added default new config 2", "s.f stable new config 2", "s.gone new default config 2"], Told().Order());
    }

    [Fact]
    public async Task The_schedule_of_a_new_config_counts_and_that_of_the_old_one_no_longer()
    {
        Sends("1", ("f", At("13:00")), ("g", At("14:00")));
        await using var config = await OpenAsync();
        Sends("2", ("f", At("15:00")), ("g", At("14:00")));
        await config.RefreshAsync();

        await AdvanceTo("13:30");
        Assert.Empty(Log.All);
        await AdvanceTo("14:00", 1);
        await AdvanceTo("15:00", 2);

        Assert.Equal(["s.g stable new schedule 2", "s.f stable new schedule 2"], Told());
    }

    [Fact]
    public async Task A_lock_is_told_and_while_it_lasts_no_schedule()
    {
        Sends(null, ("f", At("13:00")));
        await using var config = await OpenAsync();
        await Settled();

        File.WriteAllText(Folder["locks"], "s.f = new");
        await AdvanceUntilTold(1, TimeSpan.FromSeconds(2));
        await AdvanceTo("13:30");
        File.WriteAllText(Folder["locks"], "s.f = stable");
        await AdvanceUntilTold(2, TimeSpan.FromSeconds(2));
        File.WriteAllText(Folder["locks"], "");
        await AdvanceUntilTold(3, TimeSpan.FromSeconds(2));

        Assert.Equal(["s.f stable new lock -", "s.f new stable lock -", "s.f stable new lock -"], Told());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_is_told_and_the_switch_again_when_it_comes_again()
    {
        Sends(null, ("f", At("13:00")));
        var time = new BackwardTime(OneFlag.Noon);
        await using var config = await OpenAsync(time: time);
        await Settled();

        time.Now = OneFlag.Noon.AddHours(2);
        await config.RefreshAsync();
        Log.WaitFor(1);
        time.Now = OneFlag.Noon;
        await config.RefreshAsync();
        Log.WaitFor(2);
        time.Now = OneFlag.Noon.AddHours(2);
        await config.RefreshAsync();
        Log.WaitFor(3);

        Assert.Equal(["s.f stable new schedule -", "s.f new stable clock -", "s.f stable new schedule -"], Told());
    }

    // The clock stops at 13:00 and goes on at 14:00: nobody was ever answered by the first flag's times in between.
    [Theory]
    [InlineData("13:30", "", "20:00", "", "")]
    [InlineData("13:30", "", "13:45", "", "s.f stable new config 2")]
    [InlineData("13:30", "", "13:30", "", "s.f stable new config 2")]
    [InlineData("11:00", "13:30", "11:00", "", "")]
    [InlineData("11:00", "13:30", "20:00", "", "s.f new stable config 2")]
    [InlineData("11:00", "13:30", "11:00", "13:45", "s.f new stable config 2")]
    [InlineData("12:30", "", "20:00", "", "s.f stable new schedule 1|s.f new stable config 2")]
    [InlineData("20:00", "", "14:00", "", "s.f stable new config 2")]
    public async Task A_config_that_starts_a_stopped_clock_is_compared_with_the_side_at_which_it_had_stopped(
        string enters, string leaves, string entersThen, string leavesThen, string told)
    {
        Sends("1", ("f", At(enters, leaves.Length > 0 ? Rollback(leaves) : "")));
        await using var config = await OpenAsync(maxStaleness: TimeSpan.FromHours(1));
        var expected = told.Split('|', StringSplitOptions.RemoveEmptyEntries);
        await AdvanceTo("14:00", expected.Count(each => each.Contains("schedule", StringComparison.Ordinal)));

        Sends(
            "2", ("f", At(entersThen, leavesThen.Length > 0 ? Rollback(leavesThen) : "")), ("more", At("20:00")));
        await config.RefreshAsync();
        Log.WaitFor(expected.Length);
        await Settled();

        Assert.Equal(expected, Told());
    }

    [Fact]
    public async Task While_the_clock_stands_still_locks_are_told_and_a_confirmation_tells_what_the_time_has_changed()
    {
        Sends("1", ("f", At("13:30")), ("locked", At("13:30")), ("gone", At("11:00", Rollback("13:30"))));
        await using var config = await OpenAsync(maxStaleness: TimeSpan.FromHours(1));
        await AdvanceTo("13:50");
        Assert.Empty(Log.All);

        File.WriteAllText(Folder["locks"], "s.f = new");
        await AdvanceUntilTold(1, TimeSpan.FromSeconds(2));
        File.WriteAllText(Folder["locks"], "s.locked = stable");
        await AdvanceUntilTold(2, TimeSpan.FromSeconds(2));
        await config.RefreshAsync();
        Log.WaitFor(4);
        await Settled();

        Assert.Equal(["s.f stable new lock 1", "s.f new stable lock 1"], Told().Take(2));
        Assert.Equal(["s.f stable new schedule 1", "s.gone new stable rollback 1"], Told().Skip(2).Order());
    }

    [Fact]
    public async Task A_config_on_disk_that_is_too_old_is_left_at_the_instant_at_which_its_clock_had_stopped()
    {
        Sends("1", ("f", At("13:30")), ("g", At("12:30", Rollback("13:30"))), ("stays", At("12:30")));
        await (await OpenAsync(cached: true)).DisposeAsync();
        Time.SetUtcNow(OneFlag.Noon.AddHours(2));
        Source.Fails("down");
        await using var config = await OpenAsync(cached: true, maxStaleness: TimeSpan.FromHours(1));
        await Settled();

        Sends("2", ("f", At("20:00")), ("g", At("12:30")), ("stays", At("20:00")));
        await config.RefreshAsync();
        Log.WaitFor(1);
        await Settled();

        Assert.Equal(["s.stays new stable config 2"], Told());
    }

    [Fact]
    public async Task A_log_that_blocks_while_a_config_goes_into_force_makes_no_switch_of_the_config_before_it()
    {
        using var goOn = new ManualResetEventSlim(true);
        using var isLogging = new ManualResetEventSlim();
        using var blocking = new Blocking(Log, () =>
        {
            isLogging.Set();
            goOn.Wait();
        });
        Sends("1", ("f", At("13:30")), ("g", At("20:00")));
        await using var config = await OpenAsync(log: blocking);
        await Settled();

        goOn.Reset();
        isLogging.Reset();
        Sends("2", ("f", At("20:00")), ("g", At("13:30")));
        var refresh = config.RefreshAsync();
        Assert.True(isLogging.Wait(TimeSpan.FromMinutes(1)));
        Time.SetUtcNow(OneFlag.Noon.AddHours(2));
        goOn.Set();
        await refresh;
        Log.WaitFor(1);
        await Settled();

        Assert.Equal(["s.g stable new schedule 2"], Told());
    }

    private sealed class Blocking(EventLines log, Action onUpdated) : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) { }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name == "Updated")
                onUpdated();
            log.Log(logLevel, eventId, state, exception, formatter);
        }

        public void Dispose() { }
    }

    private sealed class BackwardTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
