using Microsoft.Extensions.Logging;
using Slowroll.Documents;
using Slowroll.Telemetry;
using Slowroll.Texts;

namespace Slowroll.Locking;

/// <summary>What is logged about locks.</summary>
internal static class LocksLog
{
    /// <summary>Which locks are in force, if there are any.</summary>
    public static void TellInForce(FlagLocks locks, ILogger logger)
    {
        if (locks.All.Count > 0)
            Log.LocksInForce(logger, locks.All.Count, locks.Summary);
    }

    /// <summary>Which locks name flags that a config doesn't have.</summary>
    public static void WarnOfUseless(FlagLocks locks, ConfigSnapshot snapshot, ILogger logger)
    {
        if (locks.All is not { Count: > 0 } all)
            return;

        var flags = snapshot.Flags.Select(flag => flag.ToString()).ToHashSet(StringComparer.Ordinal);
        List<FlagLock> useless = [.. all.Where(each => !flags.Contains(each.Flag))];
        foreach (var one in useless.Take(FlagLocks.MostTold))
            Log.LockOnUnknownFlag(logger, OneLine.Of(one.Flag), one.Origin);
        if (useless.Count > FlagLocks.MostTold)
        {
            Log.LockOnUnknownFlag(
                logger, $"each of {useless.Count - FlagLocks.MostTold} more flags", useless[^1].Origin);
        }
    }
}
