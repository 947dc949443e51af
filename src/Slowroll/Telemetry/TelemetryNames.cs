namespace Slowroll.Telemetry;

/// <summary>Names of attributes, tags and events. Those that begin with <c>feature_flag</c> or <c>error</c> are
/// OpenTelemetry's, by version 1.44.0 of its semantic conventions.</summary>
internal static class TelemetryNames
{
    public const string Evaluation = "feature_flag.evaluation";

    public const string FlagKey = "feature_flag.key";

    public const string Variant = "feature_flag.result.variant";

    public const string Reason = "feature_flag.result.reason";

    public const string Provider = "feature_flag.provider.name";

    public const string ContextId = "feature_flag.context.id";

    public const string SetId = "feature_flag.set.id";

    public const string Version = "feature_flag.version";

    public const string ErrorType = "error.type";

    public const string ErrorMessage = "feature_flag.error.message";

    public const string Switched = "slowroll.flag.switched";

    public const string Source = "slowroll.source";

    public const string Wave = "slowroll.wave";

    public const string SwitchFrom = "slowroll.switch.from";

    public const string SwitchTo = "slowroll.switch.to";

    public const string SwitchReason = "slowroll.switch.reason";

    /// <summary>The value of <see cref="Provider"/>.</summary>
    public const string Slowroll = "slowroll";

    /// <summary>What telemetry calls a side.</summary>
    public static string Of(Side side) => side switch
    {
        Side.Stable => "stable",
        Side.New => "new",
        _ => "default",
    };
}
