using System.Diagnostics.Metrics;

namespace Slowroll.Telemetry;

/// <summary>Counts evaluations by flag and side, while someone listens.</summary>
/// <remarks>The tags' names are those of OpenTelemetry's conventions for feature flags.</remarks>
internal static class EvaluationTelemetry
{
    private static readonly Meter Meter = new(FetchTelemetry.Name);

    private static readonly Counter<long> Evaluations = Meter.CreateCounter<long>(
        "slowroll.flag.evaluations", "{evaluation}", "Evaluations of flags, by feature_flag.key and feature_flag.result.variant.");

    /// <summary>Whether anybody listens. Costs two field reads.</summary>
    public static bool IsEnabled => Evaluations.Enabled;

    /// <summary>Counts an answer, and hands it on.</summary>
    public static T Counted<T>(FlagName flag, (T Value, Side Side) answer)
    {
        Count(flag, answer.Side);
        return answer.Value;
    }

    private static void Count(FlagName flag, Side side)
    {
        try
        {
            Evaluations.Add(
                1,
                new("feature_flag.key", flag.ToString()),
                new("feature_flag.result.variant", NameOf(side)),
                new("feature_flag.provider.name", "slowroll"));
        }
#pragma warning disable CA1031 // A listener is foreign code: what it throws must not come out of a read.
        catch
#pragma warning restore CA1031
        {
        }
    }

    private static string NameOf(Side side) => side switch
    {
        Side.Stable => "stable",
        Side.New => "new",
        _ => "default",
    };
}
