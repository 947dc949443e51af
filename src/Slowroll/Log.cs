using Microsoft.Extensions.Logging;

namespace Slowroll;

/// <summary>Everything the runtime logs. The event ids are stable.</summary>
internal static partial class Log
{
    public const string Category = "Slowroll";

    [LoggerMessage(1, LogLevel.Information, "A new config from {Source} is in force (ETag: {ETag}).")]
    public static partial void Updated(ILogger logger, string source, string etag);

    [LoggerMessage(2, LogLevel.Warning, "The config could not be refreshed from {Source}; {Consequence}. {Error}")]
    public static partial void RefreshFailed(ILogger logger, string source, string consequence, string error);

    [LoggerMessage(16, LogLevel.Debug, "The cause of the failed refresh from {Source}.")]
    public static partial void RefreshFailureCause(ILogger logger, string source, Exception exception);

    [LoggerMessage(3, LogLevel.Information, "Refreshing from {Source} works again after {Failures} failures.")]
    public static partial void Recovered(ILogger logger, string source, int failures);

    [LoggerMessage(4, LogLevel.Warning, "{Reason}")]
    public static partial void CacheNotUsed(ILogger logger, string reason);

    [LoggerMessage(5, LogLevel.Warning, "{Reason}")]
    public static partial void CacheNotWritten(ILogger logger, string reason);

    [LoggerMessage(6, LogLevel.Warning, "There is no disk cache. {Reason}")]
    public static partial void NoCache(ILogger logger, string reason);

    [LoggerMessage(7, LogLevel.Warning, "The flag {Flag} answers its default. {Fault}")]
    public static partial void FlagFaulty(ILogger logger, string flag, string fault);

    [LoggerMessage(8, LogLevel.Warning, "No config came from {Source} within {Timeout}; flags answer their defaults until one does.")]
    public static partial void StartedWithoutConfig(ILogger logger, string source, TimeSpan timeout);

    [LoggerMessage(9, LogLevel.Error, "A handler of a Changed event threw.")]
    public static partial void HandlerThrew(ILogger logger, Exception exception);

    [LoggerMessage(10, LogLevel.Warning, "A lock from {Origin} is not used. {Fault}")]
    public static partial void LockFaulty(ILogger logger, LockOrigin origin, string fault);

    [LoggerMessage(11, LogLevel.Warning, "The lock on {Flag} (from {Origin}) does nothing: the config has no such flag.")]
    public static partial void LockOnUnknownFlag(ILogger logger, string flag, LockOrigin origin);

    [LoggerMessage(12, LogLevel.Information, "{Count} flags are locked on this machine: {Locks}")]
    public static partial void LocksInForce(ILogger logger, int count, string locks);

    [LoggerMessage(13, LogLevel.Warning, "{Reason}")]
    public static partial void LocksFileNotRead(ILogger logger, string reason);

    [LoggerMessage(14, LogLevel.Warning, "The clock of {Source} is {Skew} ahead of this machine's. Rollouts go by the clock: is this one right?")]
    public static partial void ClockSkewed(ILogger logger, string source, TimeSpan skew);

    [LoggerMessage(15, LogLevel.Warning, "The watch on {Source} is lost; it is polled, and watched again with the next poll.")]
    public static partial void WatchLost(ILogger logger, string source, Exception exception);

    [LoggerMessage(17, LogLevel.Information, "The config is kept on disk again, in {Path}.")]
    public static partial void CacheWrittenAgain(ILogger logger, string path);
}
