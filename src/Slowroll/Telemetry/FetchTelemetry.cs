using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Slowroll.Telemetry;

/// <summary>What listeners get of the refreshes of a config: a count by outcome, the age of the config in force, and a
/// span for each refresh. Nothing that a listener throws comes out of here.</summary>
internal sealed class FetchTelemetry : IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Slowroll";

    private readonly ForgivingMeter _meter = new();
    private readonly Counter<long> _fetches;
    private readonly KeyValuePair<string, object?> _source;

    /// <param name="source">The source's name, which is free of secrets.</param>
    /// <param name="age">How long ago the source confirmed the config in force; null before the first.</param>
    public FetchTelemetry(string source, Func<TimeSpan?> age)
    {
        EvaluationTelemetry.Begin();
        _source = new("slowroll.source", source);
        _fetches = _meter.CreateCounter(
            "slowroll.config.fetches", "{fetch}", "Refreshes of the config, by slowroll.outcome.");
        _meter.CreateGauge<double>(
            "slowroll.config.age", "s", "The time since the source last confirmed the config in force.",
            () => age() is { } known ? [new(known.TotalSeconds, _source)] : []);
    }

    /// <summary>A span around a refresh; null while nobody listens.</summary>
    public Activity? Start() => Spans.Start("slowroll.refresh", ActivityKind.Client, _source);

    /// <summary>Ends a refresh.</summary>
    /// <param name="activity">Its span.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="error">Why it failed; null if it didn't.</param>
    public void Stop(Activity? activity, RefreshOutcome outcome, string? error)
    {
        if (activity is not null)
            End(activity, outcome, error);
        if (_fetches.Enabled)
            Guard.Run(() => _fetches.Add(1, _source, new("slowroll.outcome", NameOf(outcome))));
    }

    public void Dispose() => _meter.Dispose();

    private static void End(Activity activity, RefreshOutcome outcome, string? error)
    {
        activity.SetTag("slowroll.outcome", NameOf(outcome));
        activity.SetStatus(error is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, error);
        Spans.Stop(activity);
    }

    private static string NameOf(RefreshOutcome outcome) => outcome switch
    {
        RefreshOutcome.Updated => "updated",
        RefreshOutcome.Unchanged => "unchanged",
        RefreshOutcome.Rejected => "rejected",
        _ => "failed",
    };
}
