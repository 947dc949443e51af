namespace Slowroll.Telemetry;

/// <summary>What OpenTelemetry calls the reasons of an evaluation and its errors.</summary>
internal static class ExposureReason
{
    /// <summary>The value of <c>feature_flag.result.reason</c>.</summary>
    /// <param name="reason">What decided.</param>
    /// <param name="isStopped">Whether ramps stand still because the config is too old.</param>
    public static string Of(EvaluationReason reason, bool isStopped) => reason switch
    {
        EvaluationReason.Missing or EvaluationReason.Invalid or EvaluationReason.WrongType => "error",
        EvaluationReason.Ramp or EvaluationReason.Interpolated when isStopped => "stale",
        EvaluationReason.Ramp => "split",
        EvaluationReason.EarlyAdopter or EvaluationReason.Interpolated => "targeting_match",
        EvaluationReason.Canary or EvaluationReason.NoWave => "default",
        EvaluationReason.NoNew or EvaluationReason.Locked or EvaluationReason.Fixed => "static",
        _ => "unknown",
    };

    /// <summary>The value of <c>error.type</c>; null where there is no error.</summary>
    /// <param name="reason">What decided.</param>
    /// <param name="hasConfig">Whether there was a config.</param>
    public static string? ErrorOf(EvaluationReason reason, bool hasConfig) => reason switch
    {
        EvaluationReason.Missing => hasConfig ? "flag_not_found" : "provider_not_ready",
        EvaluationReason.Invalid => "parse_error",
        EvaluationReason.WrongType => "type_mismatch",
        _ => null,
    };
}
