using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Observability;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Slowroll.Observability.Tests;

/// <summary>What a collector gets of one process, by OpenTelemetry's SDK, over a rollout and its rollback.</summary>
public sealed class CollectorTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(At("07:00"));
    private readonly List<LogRecord> _logs = [];
    private readonly List<MetricSnapshot> _metrics = [];
    private readonly List<Activity> _spans = [];
    private readonly FleetTelemetry _telemetry;

    public CollectorTests() => _telemetry = new(
        logs => logs.AddInMemoryExporter(_logs),
        metrics => metrics.AddInMemoryExporter(_metrics),
        traces => traces.AddInMemoryExporter(_spans));

    public void Dispose() => _telemetry.Dispose();

    [Fact]
    public async Task The_gauges_follow_the_schedule_and_the_events_come_at_their_instants()
    {
        await using var config = await OpenAsync();
        var own = config.Explain("features", "fast_index", "web-1").OnNew!;
        Assert.InRange(own.EntersAt!.Value, At("08:01"), At("15:59"));

        foreach (var (clock, share) in ((string, double)[])
            [("07:00", 0), ("10:00", 25), ("12:00", 50), ("16:00", 100), ("17:59", 100), ("18:00", 0), ("19:00", 0)])
        {
            await AdvanceTo(At(clock));
            Assert.Equal(share, Gauge("slowroll.flag.share"), precision: 9);
            var isNew = At(clock) >= own.EntersAt && At(clock) < At("18:00");
            Assert.Equal(isNew ? 1 : 0, Gauge("slowroll.flag.on_new"));
        }

        await _time.AdvanceUntil(() => Switches().Count == 2, TimeSpan.FromTicks(1));
        Assert.Equal(["stable new schedule", "new stable rollback"], Switches());
        Assert.Equal(
            2, _spans.Count(span => span.OperationName == "slowroll.flag.switched" && span.ParentSpanId == default));
    }

    [Fact]
    public async Task An_exposure_is_an_event_with_attributes_in_the_trace_of_its_request()
    {
        using var request = new Activity("request").Start();
        await using (var config = await OpenAsync())
        {
            var flag = config.GetFlag("features", "fast_index", false);
            flag.Evaluate("ada");
            flag.Evaluate("ada");
        }

        var record = Assert.Single(_logs, record => record.EventId.Name == "feature_flag.evaluation");
        Assert.Equal(request.TraceId, record.TraceId);
        Assert.Equal(
            [
                "feature_flag.context.id=ada",
                "feature_flag.key=features.fast_index",
                "feature_flag.provider.name=slowroll",
                "feature_flag.result.reason=split",
                "feature_flag.result.variant=stable",
                "feature_flag.set.id=the fleet",
                "feature_flag.version=v1",
            ],
            record.Attributes!.Where(each => each.Key[0] != '{').Select(each => $"{each.Key}={each.Value}").Order());
    }

    [Fact]
    public async Task Evaluations_are_counted_by_side()
    {
        await using var config = await OpenAsync();
        for (var i = 0; i < 5; i++)
            config.GetValue("features", "fast_index", "ada", false);
        _telemetry.Flush();

        var counter = _metrics.Last(metric => metric.Name == "slowroll.flag.evaluations");
        var point = Assert.Single(counter.MetricPoints, point => Tag(point, "feature_flag.result.variant") == "stable");
        Assert.True(point.GetSumLong() >= 5);
    }

    private static DateTimeOffset At(string clock) =>
        DateTimeOffset.Parse($"2030-03-04 {clock}Z", CultureInfo.InvariantCulture);

    private static string? Tag(MetricPoint point, string name)
    {
        foreach (var tag in point.Tags)
        {
            if (tag.Key == name)
                return $"{tag.Value}";
        }

        return null;
    }

    private Task<SlowrollConfig> OpenAsync()
    {
        var json = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fleet_features.json"));
        var source = ConfigSource.From("the fleet", (_, _) => ValueTask.FromResult(FetchResult.Fresh(json, "v1")));
        return SlowrollConfig.OpenAsync(source, "test", new SlowrollOptions
        {
            TimeProvider = _time,
            LoggerFactory = _telemetry.Logs,
            ProcessHashKey = new HashKey("web-1"),
            MaxExposures = 100,
            UseDiskCache = false,
            PollInterval = Timeout.InfiniteTimeSpan,
        });
    }

    private async Task AdvanceTo(DateTimeOffset instant)
    {
        while (_time.GetUtcNow() < instant)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(1);
        }
    }

    private double Gauge(string name)
    {
        _metrics.Clear();
        _telemetry.Flush();
        var point = Assert.Single(_metrics.Last(metric => metric.Name == name).MetricPoints);
        Assert.Equal("features.fast_index", Tag(point, "feature_flag.key"));
        Assert.Equal("the fleet", Tag(point, "slowroll.source"));
        return name == "slowroll.flag.on_new" ? point.GetGaugeLastValueLong() : point.GetGaugeLastValueDouble();
    }

    // A log record of a batch may be used again: its attributes are read at once.
    private List<string> Switches() =>
    [
        .. _logs.ToArray().Where(record => record.EventId.Name == "slowroll.flag.switched")
            .Select(record => record.Attributes!.ToDictionary())
            .Select(each =>
                $"{each["slowroll.switch.from"]} {each["slowroll.switch.to"]} {each["slowroll.switch.reason"]}"),
    ];
}
