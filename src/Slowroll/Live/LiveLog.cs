using Microsoft.Extensions.Logging;
using Slowroll.Documents;
using Slowroll.Evaluating;
using Slowroll.Locking;
using Slowroll.Telemetry;
using Slowroll.Texts;
using Slowroll.Threading;

namespace Slowroll.Live;

/// <summary>What is logged about the config in force, and never within a read.</summary>
/// <param name="flags">The flags of the config.</param>
/// <param name="sourceName">The name of the source, on one line.</param>
/// <param name="localCacheName">For a generated class's config, the full name of the class.</param>
/// <param name="maxStaleness">How old the config may become before its ramps stand still; null for no limit.</param>
/// <param name="logger">The log.</param>
internal sealed class LiveLog(
    FlagTable flags, string sourceName, string localCacheName, TimeSpan? maxStaleness, ILogger logger)
    : IDisposable
{
    private const int MostMissingShown = 10;
    private const int LongestNameShown = 60;

    // A program asks for most of its flags within seconds, and one line should name all that are missing.
    private static readonly TimeSpan UntilMissingAreTold = TimeSpan.FromSeconds(5);

    private ConfigSnapshot _checkedForLocks = ConfigSnapshot.Empty;
    private MissedFlags? _toldOfMissing;
    private bool _toldOfStopping;
    private Timer? _missingTimer;
    private volatile bool _isOver;

    /// <summary>Logs what has changed. It is called after each refresh, and when the cached config is in
    /// force.</summary>
    public void TellOfState()
    {
        TellOfStopping();
        TellOfMissing();
        var inForce = flags.InForce;
        if (ReferenceEquals(_checkedForLocks, inForce.Snapshot))
            return;

        _checkedForLocks = inForce.Snapshot;
        LocksLog.WarnOfUseless(inForce.Locks, inForce.Snapshot, logger);
    }

    /// <summary>Logs that the flags of the class were read before they were set.</summary>
    public void TellOfUnsetReads()
    {
        if (UnsetReads.Take(localCacheName))
            Log.ReadUnset(logger, OneLine.Of(localCacheName[(localCacheName.LastIndexOf('.') + 1)..]));
    }

    /// <summary>Takes the flags that are asked for and that a config doesn't have. They are logged once for each
    /// config: some seconds after the first one was asked for, after the next refresh, or at the end, whichever is
    /// first.</summary>
    public MissedFlags NewMissedFlags() => new(() =>
    {
        // By the system's clock: this is called within a read, and the clock of a program is foreign code.
        using AsyncFlowControl? flow = Detached.Suppress();
        _missingTimer = new Timer(static log => ((LiveLog)log!).TellOfMissingWhileOpen(), this, UntilMissingAreTold,
            Timeout.InfiniteTimeSpan);
    });

    /// <summary>Logs missing flags now: a program may end before the timer does.</summary>
    public void Dispose()
    {
        _isOver = true;
        _missingTimer?.Dispose();
        TellOfMissing();
    }

    private void TellOfStopping()
    {
        if (maxStaleness is not { } limit)
            return;

        var stoppedAt = flags.Clock.StoppedAt;
        if (stoppedAt is { } since && !_toldOfStopping)
            Log.RampsStopped(logger, since, sourceName, limit);
        else if (stoppedAt is null && _toldOfStopping)
            Log.RampsGoOn(logger, sourceName);
        _toldOfStopping = stoppedAt is not null;
    }

    private void TellOfMissingWhileOpen()
    {
        try
        {
            if (!_isOver)
                TellOfMissing();
        }
#pragma warning disable CA1031 // There may be too little memory; an exception on the thread of a timer would end the process.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private void TellOfMissing()
    {
        var inForce = flags.InForce;
        var missed = inForce.Rules.Missed;
        if (missed?.All is not { Count: > 0 } missing
            || ReferenceEquals(Interlocked.Exchange(ref _toldOfMissing, missed), missed))
        {
            return;
        }

        Log.FlagsMissing(logger, missing.Count, Shown(missing, inForce.Snapshot), sourceName);
    }

    private static string Shown(IReadOnlyList<FlagName> missing, ConfigSnapshot snapshot)
    {
        var shown = string.Join(
            ", ", missing.Take(MostMissingShown).Select(flag => MissingFlag.NearestTo(flag, snapshot) is { } near
            ? $"{Shown(flag)} (near it: {Shown(near)})"
            : Shown(flag)));
        return missing.Count <= MostMissingShown ? shown : $"{shown}, and {missing.Count - MostMissingShown} more";
    }

    private static string Shown(FlagName flag) => OneLine.Message(flag.ToString(), LongestNameShown);
}
