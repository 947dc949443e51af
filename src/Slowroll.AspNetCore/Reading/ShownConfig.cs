namespace Slowroll.AspNetCore.Reading;

/// <summary>A config of the host, as it is for one request.</summary>
/// <param name="Name">The name of its class of flags, on one line.</param>
/// <param name="Config">The config.</param>
/// <param name="Status">Its status: one reading.</param>
/// <param name="Overview">Its flags.</param>
internal sealed record ShownConfig(string Name, SlowrollConfig Config, ConfigStatus Status, Overview Overview)
{
    private readonly Lazy<Dictionary<string, FlagLock>> _locks = new(() => LocksOf(Status));

    /// <summary>The flags whose names have a text in them.</summary>
    public IReadOnlyList<FlagState> Like(string part) => part.Length == 0
        ? Overview.Flags
        : [.. Overview.Flags.Where(flag => flag.Flag.IsNamedLike(part))];

    /// <summary>The lock of a flag; null without one.</summary>
    public FlagLock? LockOf(ReadFlag flag) => _locks.Value.GetValueOrDefault(flag.Key.ToString());

    private static Dictionary<string, FlagLock> LocksOf(ConfigStatus status)
    {
        Dictionary<string, FlagLock> locks = new(StringComparer.Ordinal);
        foreach (var each in status.Locks)
            locks.TryAdd(each.Flag, each);
        return locks;
    }
}
