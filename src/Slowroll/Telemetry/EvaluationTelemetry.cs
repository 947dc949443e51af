using System.Diagnostics.Metrics;

namespace Slowroll.Telemetry;

/// <summary>Counts evaluations by flag and side, while someone listens.</summary>
internal static class EvaluationTelemetry
{
    private static readonly Meter Meter = new(FetchTelemetry.Name);

    private static readonly Counter<long> Evaluations = Meter.CreateCounter<long>(
        "slowroll.flag.evaluations", "{evaluation}", "Evaluations of flags, by feature_flag.key and feature_flag.result.variant.");

    /// <summary>Whether anybody listens. Costs two field reads.</summary>
    public static bool IsEnabled => Evaluations.Enabled;

    /// <summary>Counts an answer, and hands it on.</summary>
    /// <remarks>Costs what the listeners cost, which run within the read. Allocates nothing itself.</remarks>
    public static T Counted<T>(EvaluationTags tags, (T Value, Side Side) answer)
    {
        try
        {
            Evaluations.Add(1, tags.OfSide(answer.Side));
        }
#pragma warning disable CA1031 // A listener is foreign code: what it throws must not come out of a read.
        catch
#pragma warning restore CA1031
        {
        }

        return answer.Value;
    }
}
