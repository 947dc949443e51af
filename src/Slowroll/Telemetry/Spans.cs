using System.Diagnostics;

namespace Slowroll.Telemetry;

/// <summary>The spans of the activity source <c>Slowroll</c>. Nothing that a listener throws comes out of here, and no
/// span stays the current one after its end.</summary>
internal static class Spans
{
    private static readonly ActivitySource? Source = NewSource();

    /// <summary>Begins a span; null while nobody listens.</summary>
    public static Activity? Start(string name, ActivityKind kind, KeyValuePair<string, object?> tag) =>
        Begin(name, kind, [tag]);

    /// <summary>Makes a span without a length, for something that has no length. Makes none while nobody
    /// listens.</summary>
    public static void Mark(string name, IEnumerable<KeyValuePair<string, object?>> tags)
    {
        if (Begin(name, ActivityKind.Internal, tags) is not { } activity)
            return;

        activity.SetEndTime(activity.StartTimeUtc);
        Stop(activity);
    }

    /// <summary>Ends a span.</summary>
    public static void Stop(Activity activity)
    {
        Guard.Run(activity.Dispose);

        // If a listener has thrown, the activity hasn't done this.
        if (ReferenceEquals(Activity.Current, activity))
            Guard.Run(() => Activity.Current = activity.Parent);
    }

    // Made first, then started: if a listener throws at the start, the span has begun, and has to end.
    private static Activity? Begin(string name, ActivityKind kind, IEnumerable<KeyValuePair<string, object?>> tags)
    {
        if (Source?.HasListeners() != true)
            return null;

        Activity? activity = null;
        Guard.Run(() => activity = Source.CreateActivity(name, kind, parentContext: default, tags));
        if (activity is not null)
            Guard.Run(() => activity.Start());
        return activity;
    }

    // The source is in use although a listener has thrown: only the constructor didn't return it.
    private static ActivitySource? NewSource()
    {
        ActivitySource? source = null;
        Guard.Run(() => source = new ActivitySource(FetchTelemetry.Name));
        if (source is not null)
            return source;

        using var listener = new ActivityListener
        {
            ShouldListenTo = each =>
            {
                if (each.Name == FetchTelemetry.Name)
                    source = each;
                return false;
            },
        };
        Guard.Run(() => ActivitySource.AddActivityListener(listener));
        return source;
    }
}
