using Slowroll.Documents;
using Slowroll.Evaluating;
using Slowroll.Locking;
using Slowroll.Telemetry;
using Slowroll.Texts;
using Slowroll.Threading;

namespace Slowroll;

/// <content>What the log is told of the config in force, never from inside a read.</content>
public sealed partial class SlowrollConfig
{
    private const int MostMissingShown = 10;
    private const int LongestNameShown = 60;

    // Most of what a program asks for it asks for within seconds, and one line is to name it all.
    private static readonly TimeSpan UntilMissingAreTold = TimeSpan.FromSeconds(5);

    private ConfigSnapshot _checkedForLocks = ConfigSnapshot.Empty;
    private MissedFlags? _toldOfMissing;
    private bool _toldOfStopping;
    private Timer? _missingTimer;

    // After each refresh, and when the cached config is in force.
    private void TellOfState()
    {
        TellOfStopping();
        TellOfMissing();
        if (ReferenceEquals(_checkedForLocks, _flags.Snapshot))
            return;

        _checkedForLocks = _flags.Snapshot;
        WarnOfUselessLocks();
    }

    private void TellOfLocks()
    {
        if (_flags.Locks is { All.Count: > 0 } locks)
            Log.LocksInForce(_logger, locks.All.Count, locks.Summary);
    }

    private void WarnOfUselessLocks()
    {
        if (_flags.Locks.All is not { Count: > 0 } locks)
            return;

        var flags = _flags.Snapshot.Flags.Select(flag => flag.ToString()).ToHashSet(StringComparer.Ordinal);
        List<FlagLock> useless = [.. locks.Where(each => !flags.Contains(each.Flag))];
        foreach (var one in useless.Take(FlagLocks.MostTold))
            Log.LockOnUnknownFlag(_logger, OneLine.Of(one.Flag), one.Origin);
        if (useless.Count > FlagLocks.MostTold)
            Log.LockOnUnknownFlag(_logger, $"each of {useless.Count - FlagLocks.MostTold} more flags", useless[^1].Origin);
    }

    private void TellOfStopping()
    {
        if (_flags.Clock is not StalenessClock clock)
            return;

        var stoppedAt = clock.StoppedAt;
        if (stoppedAt is { } since && !_toldOfStopping)
            Log.RampsStopped(_logger, since, _sourceName, _options!.MaxStaleness!.Value);
        else if (stoppedAt is null && _toldOfStopping)
            Log.RampsGoOn(_logger, _sourceName);
        _toldOfStopping = stoppedAt is not null;
    }

    // Flags that are missing are told once for each config: soon after the first one was asked for, after the next refresh or at
    // the end, whatever comes first.
    private MissedFlags NewMissedFlags() => new(() =>
    {
        // By the system's clock: this is called within a read, and another one is foreign code.
        using AsyncFlowControl? flow = Detached.Suppress();
        _missingTimer = new Timer(static config => ((SlowrollConfig)config!).TellOfMissingWhileOpen(), this, UntilMissingAreTold, Timeout.InfiniteTimeSpan);
    });

    private void TellOfMissingWhileOpen()
    {
        try
        {
            if (!_lifetime!.IsCancellationRequested)
                TellOfMissing();
        }
#pragma warning disable CA1031 // Memory may be short; on a timer's thread that would end the process.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private void TellOfMissing()
    {
        var (missed, snapshot) = (_flags.Missed, _flags.Snapshot);
        if (missed?.All is not { Count: > 0 } missing
            || ReferenceEquals(Interlocked.Exchange(ref _toldOfMissing, missed), missed))
        {
            return;
        }

        Log.FlagsMissing(_logger, missing.Count, Shown(missing, snapshot), _sourceName);
    }

    // A program may end before anything else tells of it.
    private void TellAtTheEnd()
    {
        _missingTimer?.Dispose();
        if (_refresher is not null)
            TellOfMissing();
    }

    private static string Shown(IReadOnlyList<FlagName> missing, ConfigSnapshot snapshot)
    {
        var shown = string.Join(", ", missing.Take(MostMissingShown).Select(flag => MissingFlag.NearestTo(flag, snapshot) is { } near
            ? $"{Shown(flag)} (near it: {Shown(near)})"
            : Shown(flag)));
        return missing.Count <= MostMissingShown ? shown : $"{shown}, and {missing.Count - MostMissingShown} more";
    }

    private static string Shown(FlagName flag) => OneLine.Message(flag.ToString(), LongestNameShown);
}
