using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Promises;

/// <summary>Listeners hear the whole process: nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
[Collection(nameof(TelemetryTests))]
public sealed class TelemetryTests : IDisposable
{
    private readonly ScriptedSource _source = new();
    private readonly MeterListener _meters;
    private readonly ConcurrentQueue<string> _heard = new();

    public TelemetryTests() => _meters = Listen();

    public void Dispose() => _meters.Dispose();

    [Fact]
    public async Task Refreshes_are_counted_by_outcome()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        await config.RefreshAsync();
        _source.Sends("nonsense");
        await config.RefreshAsync();
        _source.Fails("down");
        await config.RefreshAsync();

        Assert.Equal(
            [
                "slowroll.config.fetches 1 slowroll.source=script slowroll.outcome=updated",
                "slowroll.config.fetches 1 slowroll.source=script slowroll.outcome=unchanged",
                "slowroll.config.fetches 1 slowroll.source=script slowroll.outcome=rejected",
                "slowroll.config.fetches 1 slowroll.source=script slowroll.outcome=failed",
            ],
            _heard);
    }

    [Fact]
    public async Task The_age_of_the_config_is_gauged_while_it_is_live()
    {
        _source.Sends(Config(1));
        var config = await OpenAsync();
        _heard.Clear();

        _meters.RecordObservableInstruments();
        Assert.Equal(["slowroll.config.age 0 slowroll.source=script"], _heard);

        await config.DisposeAsync();
        _heard.Clear();
        _meters.RecordObservableInstruments();
        Assert.Empty(_heard);
    }

    [Fact]
    public void Evaluations_are_counted_by_flag_and_side_while_somebody_listens()
    {
        var config = SlowrollConfig.FromJson(
            """{"s": {"f": {"stable": 1, "new": 2, "early_adopters": ["a"]} } }"""u8.ToArray());

        Assert.Equal(2, config.GetFlag("s", "f", -1).Evaluate("a"));
        Assert.Equal(1, config.GetValue("s", "f", "b", -1));

        Assert.Equal(
            [
                "slowroll.flag.evaluations 1 feature_flag.key=s.f feature_flag.result.variant=new "
                    + "feature_flag.provider.name=slowroll",
                "slowroll.flag.evaluations 1 feature_flag.key=s.f feature_flag.result.variant=stable "
                    + "feature_flag.provider.name=slowroll",
            ],
            _heard);
    }

    [Fact]
    public void A_flag_that_is_missing_is_counted_as_default_but_not_by_any_name_that_comes_along()
    {
        var config = SlowrollConfig.FromJson("{}"u8.ToArray());

        Assert.Equal(-1, config.GetFlag("s", "f", -1).Evaluate("a"));
        Assert.Equal(-1, config.GetValue("s", "a user's name", "b", -1));

        Assert.Equal(
            ["slowroll.flag.evaluations 1 feature_flag.key=s.f feature_flag.result.variant=default "
                + "feature_flag.provider.name=slowroll"],
            _heard);
    }

    [Theory]
    [InlineData("""{"stable": 1}""")]
    [InlineData(
        """{"stable": 1, "new": 2, "end_time": "2030-01-02 00:00Z", "duration": "2d", "early_adopters": ["a"]}""")]
    [InlineData("""{"stable": 1, "new": 2, "end_time": "2030-01-02 00:00Z", "duration": "2d", "interpolate": true}""")]
    [InlineData("""{"new": 2}""")]
    public void A_read_that_is_counted_allocates_nothing_itself(string flag)
    {
        var counted = 0;
        _meters.SetMeasurementEventCallback<long>((_, _, _, _) => counted++);
        var config = OneFlag.Of(flag);
        var found = config.GetFlag("s", "f", -1);
        Read();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Read();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(2 * 101, counted);

        void Read()
        {
            found.Evaluate("web-1.example.com");
            config.GetValue("s", "f", "web-1.example.com", -1);
        }
    }

    [Theory]
    [InlineData("""{"stable": 1}""")]
    [InlineData("""{"new": 2}""")]
    [InlineData("""{"stable": 1, "new": 2, "end_time": "2030-01-02 00:00Z", "duration": "2d"}""")]
    [InlineData(
        """{"stable": 1, "new": 2, "end_time": "2000-01-02 00:00Z", "duration": "2d", "early_adopters": ["web-3"]}""")]
    [InlineData(
        """{"stable": 1, "new": 2, "end_time": "2030-01-03 00:00Z", "duration": "2d", "early_adopters": ["web-3"], "start_pct": 20, "end_pct": 10}""")]
    [InlineData("""{"stable": 1, "new": 2, "end_time": "no time", "duration": "2d", "early_adopters": ["web-3"]}""")]
    [InlineData("""{"stable": 1, "new": 9, "end_time": "2030-01-02 00:00Z", "duration": "2d", "interpolate": true}""")]
    public void A_listener_changes_no_answer(string flag)
    {
        // One that was disposed can't be started again: .NET 8 would never let go of it.
        _meters.Dispose();
        string[] hosts = [.. Enumerable.Range(0, 50).Select(number => $"web-{number}")];
        foreach (var hour in (int[])[-48, 0, 6, 12, 48])
        {
            var config = OneFlag.Of(flag, OneFlag.Noon.AddHours(hour));
            List<int> counted;
            using (Listen())
                counted = Answers(config);
            Assert.Equal(counted, Answers(config));
        }

        List<int> Answers(SlowrollConfig config)
        {
            var found = config.GetFlag("s", "f", -1);
            return [.. hosts
                .Select(host => found.Evaluate(host)), .. hosts.Select(host => config.GetValue("s", "f", host, -1))];
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_listener_to_spans_that_throws_does_not_harm_the_polling(bool atStart)
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Slowroll",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = _ => Throw(atStart),
            ActivityStopped = _ => Throw(!atStart),
        };
        ActivitySource.AddActivityListener(listener);
        _source.Sends(Config(1));

        await using var config = await OpenAsync();

        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());

        static void Throw(bool now)
        {
            if (now)
                throw new InvalidOperationException("a bug");
        }
    }

    [Fact]
    public async Task A_listener_that_throws_harms_neither_a_read_nor_the_polling()
    {
        _source.Sends(Config(1));
        _meters.SetMeasurementEventCallback<long>((_, _, _, _) => throw new InvalidOperationException("a bug"));

        await using var config = await OpenAsync();

        Assert.Equal(1, config.GetValue("s", "f", "key", -1));
        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
    }

    [Fact]
    public async Task Each_refresh_is_a_span_that_tells_how_it_ended()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Slowroll",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        _source.Fails("down");

        await using var config = await OpenAsync();

        var span = Assert.Single(spans);
        Assert.Equal(("slowroll.refresh", ActivityStatusCode.Error, "down"),
            (span.OperationName, span.Status, span.StatusDescription));
        Assert.Equal("failed", span.GetTagItem("slowroll.outcome"));
    }

    private MeterListener Listen()
    {
        MeterListener meters = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Slowroll")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear(instrument, 0, tags));
        meters.Start();
        return meters;
    }

    private Task<SlowrollConfig> OpenAsync() => SlowrollConfig.OpenAsync(
        _source, "test", new SlowrollOptions { UseDiskCache = false, PollInterval = Timeout.InfiniteTimeSpan });

    private void Hear(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = $"{instrument.Name} {value}";
        foreach (var (name, tag) in tags)
            text += $" {name}={tag}";
        _heard.Enqueue(text);
    }
}
