using Microsoft.Extensions.Logging;
using Slowroll.Texts;

namespace Slowroll.Telemetry;

/// <summary>Everything the runtime logs. The event ids are stable.</summary>
internal static partial class Log
{
    public const string Category = "Slowroll";

    /// <param name="logger">The log.</param>
    /// <param name="source">The source's name.</param>
    /// <param name="etag">The ETag as the source gave it: it may have any characters in it.</param>
    public static void Updated(ILogger logger, string source, string etag) =>
        UpdatedTo(logger, source, OneLine.Of(etag));

    [LoggerMessage(
        1, LogLevel.Information, "A new config from {Source} is in force (ETag: {ETag}).", EventName = nameof(Updated))]
    private static partial void UpdatedTo(ILogger logger, string source, string etag);

    [LoggerMessage(2, LogLevel.Warning, "The config could not be refreshed from {Source}; {Consequence}. {Error}")]
    public static partial void RefreshFailed(ILogger logger, string source, string consequence, string error);

    public static void RefreshFailureCause(ILogger logger, string source, Exception exception) =>
        ShownFailureCause(logger, source, ShownException.Of(exception));

    [LoggerMessage(
        16, LogLevel.Debug, "The cause of the failed refresh from {Source}.", EventName = nameof(RefreshFailureCause))]
    private static partial void ShownFailureCause(ILogger logger, string source, Exception exception);

    public static void Recovered(ILogger logger, string source, int failures) =>
        RecoveredAfter(logger, source, failures, failures == 1 ? "failure" : "failures");

    [LoggerMessage(3, LogLevel.Information, "Refreshing from {Source} works again after {Failures} {Noun}.",
        EventName = nameof(Recovered))]
    private static partial void RecoveredAfter(ILogger logger, string source, int failures, string noun);

    [LoggerMessage(4, LogLevel.Warning, "{Reason}")]
    public static partial void CacheNotUsed(ILogger logger, string reason);

    [LoggerMessage(5, LogLevel.Warning, "{Reason}")]
    public static partial void CacheNotWritten(ILogger logger, string reason);

    [LoggerMessage(6, LogLevel.Warning, "There is no disk cache. {Reason}")]
    public static partial void NoCache(ILogger logger, string reason);

    [LoggerMessage(7, LogLevel.Warning, "The flag {Flag} {Fault}")]
    public static partial void FlagFaulty(ILogger logger, string flag, string fault);

    [LoggerMessage(8, LogLevel.Warning,
        "No config came from {Source} within {Timeout}; flags answer their defaults until one does.")]
    public static partial void StartedWithoutConfig(ILogger logger, string source, TimeSpan timeout);

    [LoggerMessage(9, LogLevel.Error, "A handler of a Changed event threw.")]
    public static partial void HandlerThrew(ILogger logger, Exception exception);

    [LoggerMessage(10, LogLevel.Warning, "A lock from {Origin} is not used. {Fault}")]
    public static partial void LockFaulty(ILogger logger, LockOrigin origin, string fault);

    [LoggerMessage(
        11, LogLevel.Warning, "The lock on {Flag} (from {Origin}) does nothing: the config has no such flag.")]
    public static partial void LockOnUnknownFlag(ILogger logger, string flag, LockOrigin origin);

    public static void LocksInForce(ILogger logger, int count, string locks) =>
        LockedNow(logger, count, count == 1 ? "flag is" : "flags are", locks);

    [LoggerMessage(12, LogLevel.Information, "{Count} {Subject} locked on this machine: {Locks}",
        EventName = nameof(LocksInForce))]
    private static partial void LockedNow(ILogger logger, int count, string subject, string locks);

    [LoggerMessage(13, LogLevel.Warning, "{Reason}")]
    public static partial void LocksFileNotRead(ILogger logger, string reason);

    [LoggerMessage(14, LogLevel.Warning,
        "The clock of {Source} is {Skew} ahead of this machine's. Rollouts go by the clock: is this one right?")]
    public static partial void ClockSkewed(ILogger logger, string source, TimeSpan skew);

    public static void WatchLost(ILogger logger, string source, Exception exception) =>
        ShownLossOfWatch(logger, source, ShownException.Of(exception));

    [LoggerMessage(
        15, LogLevel.Warning, "The watch on {Source} is lost. It is tried again with the next poll, or after a minute.",
        EventName = nameof(WatchLost))]
    private static partial void ShownLossOfWatch(ILogger logger, string source, Exception exception);

    [LoggerMessage(17, LogLevel.Information, "The config is kept on disk again, in {Path}.")]
    public static partial void CacheWrittenAgain(ILogger logger, string path);

    [LoggerMessage(18, LogLevel.Warning, "A handler of a Changed event has not returned within {Patience}. Refreshes "
        + "do not wait for it, and no other handler does.")]
    public static partial void HandlerIsSlow(ILogger logger, TimeSpan patience);

    [LoggerMessage(19, LogLevel.Warning, "Flags that the program has asked for are not in the config and answer their "
        + "defaults ({Count}): {Flags}. The config is that of {Source}.")]
    public static partial void FlagsMissing(ILogger logger, int count, string flags, string source);

    [LoggerMessage(20, LogLevel.Information,
        "Started with the cached config, which {Source} confirmed at {ConfirmedAt:u} for the last time.")]
    public static partial void StartedFromCache(ILogger logger, string source, DateTimeOffset confirmedAt);

    [LoggerMessage(
        21, LogLevel.Warning,
        "Ramps stand still since {StoppedAt:u}: {Source} has not confirmed the config for longer than {MaxStaleness} "
            + "(SlowrollOptions.MaxStaleness). They go on when it does.")]
    public static partial void RampsStopped(
        ILogger logger, DateTimeOffset stoppedAt, string source, TimeSpan maxStaleness);

    [LoggerMessage(22, LogLevel.Information, "Ramps go on: {Source} has confirmed the config again.")]
    public static partial void RampsGoOn(ILogger logger, string source);

    [LoggerMessage(23, LogLevel.Warning,
        "No newer config came from {Source} within {Timeout}; the cached one stays until one does.")]
    public static partial void CachedConfigStays(ILogger logger, string source, TimeSpan timeout);

    [LoggerMessage(24, LogLevel.Warning, "Flags.{Class} was read while nothing had set it, and answered the schema's "
        + "defaults. Set it to what OpenAsync returns, before it is read.")]
    public static partial void ReadUnset(ILogger logger, string @class);

    // 25 is the event of an exposure, 26 the one of a switch: see Exposures and SwitchEvents.
    [LoggerMessage(27, LogLevel.Warning, "As many first evaluations came as SlowrollOptions.MaxExposures allows "
        + "({Count}): no further one is logged until the process starts again.")]
    public static partial void ExposuresFull(ILogger logger, int count);

    [LoggerMessage(28, LogLevel.Warning, "The gauges of flags leave out {LeftOut} of {Count} flags: at most {Most} "
        + "series are measured.")]
    public static partial void SeriesLeftOut(ILogger logger, int leftOut, int count, int most);

    [LoggerMessage(29, LogLevel.Warning, "The log was too slow for the events {EventName}. Lost: {Count}; at most "
        + "{Most} wait.")]
    public static partial void EventsLost(ILogger logger, int count, string eventName, int most);
}
