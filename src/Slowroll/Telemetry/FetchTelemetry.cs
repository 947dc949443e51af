using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Slowroll.Telemetry;

/// <summary>What listeners get of the refreshes of a config: a count by outcome, the age of the config in force, and a
/// span for each refresh.</summary>
internal sealed class FetchTelemetry : IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Slowroll";

    private static readonly ActivitySource Activities = new(Name);

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _fetches;
    private readonly KeyValuePair<string, object?> _source;

    /// <param name="source">The source's name, which is free of secrets.</param>
    /// <param name="age">How long ago the source confirmed the config in force; null before the first.</param>
    public FetchTelemetry(string source, Func<TimeSpan?> age)
    {
        EvaluationTelemetry.Begin();
        _source = new("slowroll.source", source);
        _fetches = _meter.CreateCounter<long>(
            "slowroll.config.fetches", "{fetch}", "Refreshes of the config, by slowroll.outcome.");
        _meter.CreateObservableGauge(
            "slowroll.config.age",
            IEnumerable<Measurement<double>> () => age() is { } known ? [new(known.TotalSeconds, _source)] : [],
            "s",
            "The time since the source last confirmed the config in force.");
    }

    /// <summary>A span around a refresh; null while nobody listens.</summary>
    public Activity? Start()
    {
        if (!Activities.HasListeners())
            return null;

        Activity? activity = null;
        Guarded(() => activity =
            Activities.StartActivity("slowroll.refresh", ActivityKind.Client)?.SetTag(_source.Key, _source.Value));
        return activity;
    }

    /// <summary>Ends a refresh.</summary>
    /// <param name="activity">Its span.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="error">Why it failed; null if it didn't.</param>
    public void Stop(Activity? activity, RefreshOutcome outcome, string? error)
    {
        if (activity is not null)
            End(activity, outcome, error);
        if (_fetches.Enabled)
            Count(outcome);
    }

    public void Dispose() => _meter.Dispose();

    /// <summary>Makes a span without a length, for something that has no length. Makes none while nobody
    /// listens.</summary>
    public static void Mark(string name, IEnumerable<KeyValuePair<string, object?>> tags)
    {
        if (Activities.HasListeners())
        {
            Guarded(() =>
            {
                using var activity = Activities.StartActivity(
                    ActivityKind.Internal, parentContext: default, tags, name: name);
                activity?.SetEndTime(activity.StartTimeUtc);
            });
        }
    }

    private static void End(Activity activity, RefreshOutcome outcome, string? error)
    {
        activity.SetTag("slowroll.outcome", NameOf(outcome));
        activity.SetStatus(error is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, error);
        Guarded(activity.Dispose);
    }

    private void Count(RefreshOutcome outcome) =>
        Guarded(() => _fetches.Add(1, _source, new("slowroll.outcome", NameOf(outcome))));

    // A listener is foreign code: what it throws must not end the polling.
    private static void Guarded(Action tell)
    {
        try
        {
            tell();
        }
#pragma warning disable CA1031
        catch
#pragma warning restore CA1031
        {
        }
    }

    private static string NameOf(RefreshOutcome outcome) => outcome switch
    {
        RefreshOutcome.Updated => "updated",
        RefreshOutcome.Unchanged => "unchanged",
        RefreshOutcome.Rejected => "rejected",
        _ => "failed",
    };
}
