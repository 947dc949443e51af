namespace Slowroll.Telemetry;

/// <summary>The tags by which the evaluations of a flag are counted, made once for each flag. The names are those of
/// OpenTelemetry's conventions for feature flags.</summary>
internal sealed class EvaluationTags(FlagName flag)
{
    private readonly KeyValuePair<string, object?>[] _default = Of(flag, Side.Default);
    private readonly KeyValuePair<string, object?>[] _stable = Of(flag, Side.Stable);
    private readonly KeyValuePair<string, object?>[] _new = Of(flag, Side.New);

    /// <summary>The tags of an answer.</summary>
    public ReadOnlySpan<KeyValuePair<string, object?>> OfSide(Side side) => side switch
    {
        Side.Stable => _stable,
        Side.New => _new,
        _ => _default,
    };

    private static KeyValuePair<string, object?>[] Of(FlagName flag, Side side) =>
    [
        new(TelemetryNames.FlagKey, flag.Shown),
        new(TelemetryNames.Variant, TelemetryNames.Of(side)),
        new(TelemetryNames.Provider, TelemetryNames.Slowroll),
    ];
}
