using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Comparing;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>A freeze that is gone or shorter, and the flags that it held.</summary>
internal sealed class MissingFreeze
{
    private readonly Replacement _replacement;
    private readonly HashSet<string> _flags = new(StringComparer.Ordinal);
    private string _first = "";
    private long _missing = OpenTime.Never;
    private (double Before, double After) _shares;

    private MissingFreeze(Freeze freeze, int? wave, Replacement replacement) =>
        (Freeze, Wave, _replacement) = (freeze, wave, replacement);

    /// <summary>The freeze as the earlier config says it.</summary>
    public Freeze Freeze { get; }

    /// <summary>The place of its wave in the later config; null for a freeze of the flag or of the config.</summary>
    public int? Wave { get; }

    /// <summary>The one of this freeze; it is added to those that were found if it isn't among them.</summary>
    public static MissingFreeze In(List<MissingFreeze> found, Freeze freeze, int? wave, Replacement replacement)
    {
        var known = found.Find(each => each.Freeze == freeze && each.Wave == wave);
        if (known is null)
        {
            known = new(freeze, wave, replacement);
            found.Add(known);
        }

        return known;
    }

    /// <summary>Adds hash keys of a flag that it held.</summary>
    /// <param name="flag">The flag's name, for a message.</param>
    /// <param name="group">The hash keys.</param>
    /// <param name="missing">The first instant that is not frozen any more.</param>
    public void Add(string flag, GroupComparison group, long missing)
    {
        _flags.Add(flag);
        _first = _first.Length == 0 ? flag : _first;
        _missing = Math.Min(_missing, missing);
        if (_replacement.AsOf is { } asOf
            && group.SharesAt(asOf) is var shares
            && shares.After - shares.Before > _shares.After - _shares.Before)
        {
            _shares = shares;
        }
    }

    /// <summary>When the freeze begins.</summary>
    public string Begin => Replacement.Time(Freeze.From);

    /// <summary>From when on it is missing.</summary>
    public string Missing => _replacement.Sentence(_missing);

    /// <summary>The flags that it held.</summary>
    public string Held => _flags.Count > 1 ? $"flag '{_first}' and {_flags.Count - 1} more" : $"flag '{_first}'";

    /// <summary>How far the share jumps, in parentheses; empty where that isn't known.</summary>
    public string Jump => _shares.After > _shares.Before
        ? $" (from {Replacement.Percent(_shares.Before)} % to {Replacement.Percent(_shares.After)} %)"
        : "";

    /// <summary>The earliest instant that may be its end, as the end of a sentence; empty where that isn't
    /// known.</summary>
    public string EarliestEnd => _replacement.AsOf is { } asOf ? $", not earlier than {Replacement.Time(asOf)}" : "";

    /// <summary>What has become of it.</summary>
    /// <param name="later">The freezes of the same owner in the later config.</param>
    public string ChangeIn(IReadOnlyList<Freeze> later) =>
        later.Contains(Freeze) ? "is cut short by \"urgent\""
        : later.Any(other => other.From == Freeze.From) ? "is shorter"
        : "is gone";
}
