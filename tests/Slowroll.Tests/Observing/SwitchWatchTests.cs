using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace Slowroll.Tests.Observing;

/// <summary>A process tells once of each switch, at its instant, and of nothing that is none.</summary>
public sealed class SwitchWatchTests : OwnSwitches
{
    [Fact]
    public async Task A_schedule_and_a_rollback_are_told_at_their_instants_and_nothing_at_the_start()
    {
        Sends("\"v1\"", ("f", At("13:00", Rollback("15:00"))), ("done", At("11:00")), ("old", """{"stable": 1}"""));
        await using var config = await OpenAsync();

        await AdvanceTo("12:59:59.999");
        Assert.Empty(Log.All);
        await AdvanceTo("13:00", 1);
        await AdvanceTo("14:59:59.999");
        await AdvanceTo("15:00", 2);
        await AdvanceTo("23:00");

        Assert.Equal(["s.f stable new schedule \"v1\"", "s.f new stable rollback \"v1\""], Told());
        Assert.Equal(
            "This process (web-1) has switched the flag s.f from stable to new (reason: schedule, ETag: \"v1\").",
            Log.All[0]["message"]);
        Assert.Equal(["web-1 slowroll script"], Log.Only(
            "feature_flag.context.id", "feature_flag.provider.name", "feature_flag.set.id").Distinct());
    }

    [Fact]
    public async Task In_mid_ramp_the_switch_is_told_when_Explain_says_that_it_is()
    {
        var (flag, switches) = Enumerable.Range(0, 100)
            .Select(salt => $$"""
                {"stable": 1, "new": 2, "end_time": "2030-01-02 00:00Z", "duration": "1d", "salt": "{{salt}}"}
                """)
            .Select(flag => (flag, Switches: OneFlag.Of(flag).Explain("s", "f", Own).SwitchesAt!.Value))
            .First(each => each.Switches > OneFlag.Noon.AddMinutes(1));
        Sends(null, ("f", flag));
        await using var config = await OpenAsync();

        await AdvanceTo(switches.AddTicks(-10));
        Assert.Empty(Log.All);
        await AdvanceTo(switches, 1);

        Assert.Equal(["s.f stable new schedule -"], Told());
    }

    [Fact]
    public async Task What_happened_while_no_process_ran_is_not_told_after_a_start_from_the_cache()
    {
        Sends("1", ("f", At("13:00")), ("g", At("16:00")));
        await (await OpenAsync(cached: true)).DisposeAsync();
        Time.SetUtcNow(OneFlag.Noon.AddHours(2));
        Source.Fails("down");

        await using var config = await OpenAsync(cached: true);
        Assert.Equal(ConfigOrigin.Cache, config.Status.Origin);
        await Task.Delay(200);
        await AdvanceTo("15:59:59");
        Assert.Empty(Log.All);
        await AdvanceTo("16:00", 1);

        Assert.Equal(["s.g stable new schedule 1"], Told());
    }

    [Fact]
    public async Task A_look_that_ends_after_the_config_was_disposed_tells_nothing_of_what_has_happened_since()
    {
        using ManualResetEventSlim looks = new();
        using ManualResetEventSlim goOn = new();
        Sends(null, ("f", At("13:00")));
        var config = await OpenAsync(hasher: _ =>
        {
            looks.Set();
            goOn.Wait(TimeSpan.FromMinutes(1));
            return 0;
        });
        Assert.True(looks.Wait(TimeSpan.FromSeconds(30)));

        await config.DisposeAsync();
        Time.SetUtcNow(OneFlag.Noon.AddHours(2));
        goOn.Set();

        await Settled();
        Assert.Empty(Log.All);
    }

    [Fact]
    public async Task Ramps_that_stand_still_switch_nobody_until_the_config_is_confirmed()
    {
        Sends(null, ("f", At("14:00")));
        await using var config = await OpenAsync(maxStaleness: TimeSpan.FromHours(1));
        await AdvanceTo("14:30");
        Assert.Empty(Log.All);

        await config.RefreshAsync();
        Log.WaitFor(1);

        Assert.Equal(["s.f stable new schedule -"], Told());
    }

    [Fact]
    public async Task Many_flags_have_one_timer()
    {
        var time = new CountingTime(OneFlag.Noon);
        Sends(null, [.. Enumerable.Range(0, 500).Select(i => ($"f{i}", At($"13:{i / 60:00}:{i % 60:00}")))]);
        await using var config = await OpenAsync(time: time);
        await Settled();

        Assert.Equal(1, time.Timers("SwitchWatch"));
        await time.AdvanceUntil(() => Log.All.Count == 500, TimeSpan.FromMinutes(1));
        Assert.Equal(1, time.Timers("SwitchWatch"));
        Assert.Equal(500, Told().Distinct().Count());
    }

    [Fact]
    public async Task Whoever_listens_to_spans_gets_one_without_a_length()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Slowroll",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        Sends(null, ("for_spans", At("13:00")));
        await using var config = await OpenAsync();
        await AdvanceTo("13:00", 1);

        var span = Assert.Single(spans, span => Equals(span.GetTagItem("feature_flag.key"), "s.for_spans"));
        Assert.Equal("slowroll.flag.switched", span.OperationName);
        Assert.InRange(span.Duration.Ticks, 0, 1);
        Assert.Equal("schedule", span.GetTagItem("slowroll.switch.reason"));
        Assert.Null(span.Parent);
    }

    [Fact]
    public async Task Without_a_hash_key_of_the_process_and_for_interpolated_numbers_nothing_is_told()
    {
        Sends(null, ("f", At("13:00")), ("g", """
            {"stable": 0, "new": 100, "end_time": "2030-01-01 14:00Z", "duration": "1h", "interpolate": true}
            """));
        await using var config = await OpenAsync(own: null);
        await AdvanceTo("15:00");
        Assert.Empty(Log.All);

        await using var other = await OpenAsync();
        await AdvanceTo("20:00");
        Assert.Empty(Log.All);
    }

    private sealed class CountingTime(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private readonly ConcurrentQueue<string> _timers = new();

        public int Timers(string of) => _timers.Count(each => each == of);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Enqueue(state?.GetType().Name ?? "");
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
