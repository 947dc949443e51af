using Slowroll.Texts;

namespace Slowroll.Locking;

/// <summary>All locks in force: of each flag the one that counts.</summary>
internal sealed class FlagLocks
{
    // Used when a rule is made, not in a read.
    private readonly Dictionary<string, FlagLock> _byFlag = new(StringComparer.Ordinal);

    private FlagLocks(FlagLock[] strongestFirst)
    {
        foreach (var each in strongestFirst)
            _byFlag.TryAdd(each.Flag, each);
        All = [.. _byFlag.Values];
    }

    public static FlagLocks None { get; } = new([]);

    public IReadOnlyList<FlagLock> All { get; }

    /// <summary>How many locks the log shows at most: a text may have any number of them.</summary>
    public const int MostTold = 20;

    /// <summary>The locks as the log shows them: on one line, since names may come from a file, and not too
    /// many.</summary>
    public string Summary => OneLine.List(", ", All, each => $"{OneLine.Of(each.Flag)}={each.Side}");

    /// <inheritdoc cref="Of(IEnumerable{KeyValuePair{FlagName, Side}}, IReadOnlyDictionary{string, Side},
    /// IReadOnlyDictionary{string, Side})"/>
    public static FlagLocks Of(IEnumerable<KeyValuePair<FlagName, Side>> options) =>
        Of(options, LockText.None, LockText.None);

    /// <exception cref="ArgumentException">An option locks a flag to something else than stable or new.</exception>
    public static FlagLocks Of(
        IEnumerable<KeyValuePair<FlagName, Side>> options,
        IReadOnlyDictionary<string, Side> environment,
        IReadOnlyDictionary<string, Side> file)
    {
        if (options is ICollection<KeyValuePair<FlagName, Side>> { Count: 0 }
            && environment.Count == 0
            && file.Count == 0)
        {
            return None;
        }

        FlagLock[] all =
        [
            .. options.Select(each => new FlagLock(each.Key.ToString(), StableOrNew(each), LockOrigin.Option)),
            .. environment.Select(each => new FlagLock(each.Key, each.Value, LockOrigin.Environment)),
            .. file.Select(each => new FlagLock(each.Key, each.Value, LockOrigin.File)),
        ];
        return all is [] ? None : new FlagLocks(all);
    }

    /// <summary>The side that a flag is pinned to; null for a flag that isn't.</summary>
    public Side? SideOf(FlagName flag) =>
        _byFlag.Count > 0 && _byFlag.TryGetValue(flag.ToString(), out var found) ? found.Side : null;

    private static Side StableOrNew(KeyValuePair<FlagName, Side> option) =>
        option.Value is Side.Stable or Side.New
            ? option.Value
            : throw new ArgumentException(
                $"The lock on {option.Key.Shown} must be Side.Stable or Side.New, not {option.Value}.");
}
