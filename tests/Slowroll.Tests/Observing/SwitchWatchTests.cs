using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace Slowroll.Tests.Observing;

/// <summary>A process tells once of each switch, at its instant, and of nothing that is none.</summary>
public sealed class SwitchWatchTests : IDisposable
{
    private const string Own = "web-1";

    private readonly TemporaryDirectory _directory = new();
    private readonly EventLines _log = new("slowroll.flag.switched");
    private readonly FakeTimeProvider _time = new(OneFlag.Noon);
    private readonly ScriptedSource _source = new();

    public void Dispose()
    {
        _directory.Dispose();
        _log.Dispose();
    }

    // At 13:00 everybody is on 'new' at once.
    private static string At(string hour, string more = "") =>
        $$"""{"stable": 1, "new": 2, "end_time": "2030-01-01 {{hour}}Z", "duration": "0s"{{more}}}""";

    private static string Rollback(string hour) =>
        $$""", "rollback": {"from": "2030-01-01 {{hour}}Z", "over": "0s"}""";

    [Fact]
    public async Task A_schedule_and_a_rollback_are_told_at_their_instants_and_nothing_at_the_start()
    {
        Sends("\"v1\"", ("f", At("13:00", Rollback("15:00"))), ("done", At("11:00")), ("old", """{"stable": 1}"""));
        await using var config = await OpenAsync();

        await AdvanceTo("12:59:59.999");
        Assert.Empty(_log.All);
        await AdvanceTo("13:00", 1);
        await AdvanceTo("14:59:59.999");
        await AdvanceTo("15:00", 2);
        await AdvanceTo("23:00");

        Assert.Equal(["s.f stable new schedule \"v1\"", "s.f new stable rollback \"v1\""], Told());
        Assert.Equal(
            "This process (web-1) has switched the flag s.f from stable to new (reason: schedule, ETag: \"v1\").",
            _log.All[0]["message"]);
        Assert.Equal(["web-1 slowroll script"], _log.Only(
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
        Assert.Empty(_log.All);
        await AdvanceTo(switches, 1);

        Assert.Equal(["s.f stable new schedule -"], Told());
    }

    [Fact]
    public async Task A_new_config_is_told_and_a_confirmation_is_not()
    {
        Sends("1", ("f", At("20:00")), ("gone", At("10:00")), ("same", At("10:00")));
        await using var config = await OpenAsync();
        await Settled();

        Sends("2", ("f", At("11:00")), ("same", At("09:00")), ("added", At("10:00")), ("added_later", At("20:00")));
        await config.RefreshAsync();
        _log.WaitFor(3);
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
        Assert.Empty(_log.All);
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

        File.WriteAllText(_directory["locks"], "s.f = new");
        await AdvanceUntilTold(1, TimeSpan.FromSeconds(2));
        await AdvanceTo("13:30");
        File.WriteAllText(_directory["locks"], "s.f = stable");
        await AdvanceUntilTold(2, TimeSpan.FromSeconds(2));
        File.WriteAllText(_directory["locks"], "");
        await AdvanceUntilTold(3, TimeSpan.FromSeconds(2));

        Assert.Equal(["s.f stable new lock -", "s.f new stable lock -", "s.f stable new lock -"], Told());
    }

    [Fact]
    public async Task What_happened_while_no_process_ran_is_not_told_after_a_start_from_the_cache()
    {
        Sends("1", ("f", At("13:00")), ("g", At("16:00")));
        await (await OpenAsync(cached: true)).DisposeAsync();
        _time.SetUtcNow(OneFlag.Noon.AddHours(2));
        _source.Fails("down");

        await using var config = await OpenAsync(cached: true);
        Assert.Equal(ConfigOrigin.Cache, config.Status.Origin);
        await Task.Delay(200);
        await AdvanceTo("15:59:59");
        Assert.Empty(_log.All);
        await AdvanceTo("16:00", 1);

        Assert.Equal(["s.g stable new schedule 1"], Told());
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
        _log.WaitFor(1);
        time.Now = OneFlag.Noon;
        await config.RefreshAsync();
        _log.WaitFor(2);
        time.Now = OneFlag.Noon.AddHours(2);
        await config.RefreshAsync();
        _log.WaitFor(3);

        Assert.Equal(["s.f stable new schedule -", "s.f new stable clock -", "s.f stable new schedule -"], Told());
    }

    [Fact]
    public async Task Ramps_that_stand_still_switch_nobody_until_the_config_is_confirmed()
    {
        Sends(null, ("f", At("14:00")));
        await using var config = await OpenAsync(maxStaleness: TimeSpan.FromHours(1));
        await AdvanceTo("14:30");
        Assert.Empty(_log.All);

        await config.RefreshAsync();
        _log.WaitFor(1);

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
        await time.AdvanceUntil(() => _log.All.Count == 500, TimeSpan.FromMinutes(1));
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
        Assert.Empty(_log.All);

        await using var other = await OpenAsync();
        await AdvanceTo("20:00");
        Assert.Empty(_log.All);
    }

    private IEnumerable<string> Told() => _log.Only(
        "feature_flag.key", "slowroll.switch.from", "slowroll.switch.to", "slowroll.switch.reason",
        "feature_flag.version");

    private void Sends(string? etag, params IEnumerable<(string Key, string Flag)> flags) => _source.Sends(
        $$"""{"s": { {{string.Join(", ", flags.Select(each => $"\"{each.Key}\": {each.Flag}"))}} } }""", etag);

    private Task<SlowrollConfig> OpenAsync(
        string? own = Own, bool cached = false, TimeProvider? time = null, TimeSpan? maxStaleness = null) =>
        SlowrollConfig.OpenAsync(_source, "test", new SlowrollOptions
        {
            ProcessHashKey = own is null ? null : new HashKey(own),
            TimeProvider = time ?? _time,
            LoggerFactory = _log,
            MaxStaleness = maxStaleness,
            UseDiskCache = cached,
            CacheDirectory = _directory["cache"],
            LocksFile = _directory["locks"],
            PollInterval = Timeout.InfiniteTimeSpan,
        });

    private Task AdvanceTo(string clock, int expected = -1) => AdvanceTo(
        DateTimeOffset.Parse($"2030-01-01 {clock}Z", CultureInfo.InvariantCulture), expected);

    // The last step ends at the instant itself.
    private async Task AdvanceTo(DateTimeOffset instant, int expected = -1)
    {
        await Settled();
        for (var left = instant - _time.GetUtcNow(); left > TimeSpan.Zero; left = instant - _time.GetUtcNow())
        {
            _time.Advance(left < TimeSpan.FromMinutes(10) ? left : TimeSpan.FromMinutes(10));
            await Task.Delay(1);
        }

        if (expected >= 0)
            await AdvanceUntilTold(expected, TimeSpan.FromMilliseconds(1));
        await Settled();
    }

    private Task AdvanceUntilTold(int count, TimeSpan step) => _time.AdvanceUntil(() => _log.All.Count >= count, step);

    // What must not be told would be told by then.
    private static Task Settled() => Task.Delay(30);

    private sealed class BackwardTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
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
