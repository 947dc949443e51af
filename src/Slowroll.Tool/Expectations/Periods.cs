namespace Slowroll.Tool.Expectations;

/// <summary>The times at which something holds.</summary>
internal sealed class Periods
{
    private Periods(IReadOnlyList<Period> all) => All = all;

    /// <summary>It never holds.</summary>
    public static Periods Never { get; } = new([]);

    /// <summary>It always holds.</summary>
    public static Periods Always { get; } = new([new(null, null)]);

    /// <summary>Each of them, the earliest first; no two touch each other.</summary>
    public IReadOnlyList<Period> All { get; }

    /// <summary>When a hash key is on <c>new</c>.</summary>
    public static Periods Of(ExplainedPeriod? onNew) =>
        onNew is null ? Never : new([new(onNew.EntersAt, onNew.LeavesAt)]);

    /// <summary>The times at which so many of some periods go on together.</summary>
    /// <param name="each">The periods.</param>
    /// <param name="isRight">Whether it is the right number.</param>
    public static Periods Counted(IReadOnlyList<Periods> each, Func<int, bool> isRight)
    {
        SortedDictionary<DateTimeOffset, int> changes = [];
        var count = 0;
        foreach (var period in each.SelectMany(periods => periods.All))
        {
            if (period.From is { } from)
                changes[from] = changes.GetValueOrDefault(from) + 1;
            else
                count++;
            if (period.Until is { } until)
                changes[until] = changes.GetValueOrDefault(until) - 1;
        }

        List<Period> right = [];
        DateTimeOffset? begun = null;
        var holds = isRight(count);
        foreach (var (instant, change) in changes)
        {
            count += change;
            if (isRight(count) == holds)
                continue;

            if (holds)
                right.Add(new(begun, instant));
            begun = instant;
            holds = !holds;
        }

        return new(holds ? [.. right, new(begun, null)] : right);
    }

    /// <summary>All other times.</summary>
    public Periods Others() => Counted([this], count => count == 0);

    /// <summary>The times at which both hold.</summary>
    public Periods And(Periods other) => Counted([this, other], count => count == 2);

    /// <summary>Whether it holds at an instant.</summary>
    public bool HoldAt(DateTimeOffset instant) => All.Any(period => period.Contains(instant));

    /// <summary>The first instant from one on at which it doesn't hold; null if it holds for ever.</summary>
    public DateTimeOffset? FirstOutside(DateTimeOffset from) =>
        All.FirstOrDefault(period => period.Contains(from)) is { } period ? period.Until : from;

    /// <summary>When it begins to hold after an instant; null for never.</summary>
    public DateTimeOffset? BeginAfter(DateTimeOffset instant) =>
        All.FirstOrDefault(period => period.From > instant)?.From;

    /// <summary>When it last ended to hold, up to an instant; null for never.</summary>
    public DateTimeOffset? EndBefore(DateTimeOffset instant) =>
        All.LastOrDefault(period => period.Until <= instant)?.Until;
}

/// <summary>A time.</summary>
/// <param name="From">Its first instant; null where it has no beginning.</param>
/// <param name="Until">The first instant after it; null where it has no end.</param>
internal sealed record Period(DateTimeOffset? From, DateTimeOffset? Until)
{
    /// <summary>Whether an instant is in it.</summary>
    public bool Contains(DateTimeOffset instant) => !(instant < From) && !(instant >= Until);
}
