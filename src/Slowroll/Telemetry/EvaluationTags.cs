namespace Slowroll.Telemetry;

/// <summary>The tags by which the evaluations of a flag are counted, made once for each flag. The names are those of
/// OpenTelemetry's conventions for feature flags.</summary>
internal sealed class EvaluationTags(FlagName flag)
{
    private readonly KeyValuePair<string, object?>[] _default = Of(flag, "default");
    private readonly KeyValuePair<string, object?>[] _stable = Of(flag, "stable");
    private readonly KeyValuePair<string, object?>[] _new = Of(flag, "new");

    /// <summary>The tags of an answer.</summary>
    public ReadOnlySpan<KeyValuePair<string, object?>> OfSide(Side side) => side switch
    {
        Side.Stable => _stable,
        Side.New => _new,
        _ => _default,
    };

    private static KeyValuePair<string, object?>[] Of(FlagName flag, string variant) =>
    [
        new("feature_flag.key", flag.ToString()),
        new("feature_flag.result.variant", variant),
        new("feature_flag.provider.name", "slowroll"),
    ];
}
