namespace Slowroll.Rollouts;

/// <summary>The hours of a week in which a share may rise, UTC; the same every week.</summary>
/// <remarks>The first day of the year 1 was a Monday, so that an instant's place in its week is a remainder. All times
/// are in microseconds. This file is compiled into the runtime and into the build-time half.</remarks>
internal sealed class WeeklyHours : IEquatable<WeeklyHours>
{
    /// <summary>The length of a week.</summary>
    public const long Week = 7 * 86_400_000_000;

    private readonly long[] _starts;
    private readonly long[] _ends;

    // How much of the week is open before each start.
    private readonly long[] _openBefore;
    private readonly long _openPerWeek;

    /// <summary>The hours of some intervals.</summary>
    /// <param name="intervals">Each from a time of the week to another one, which may lie in the week after. At least
    /// one; none of them empty or longer than a week.</param>
    public WeeklyHours(IEnumerable<(long Start, long End)> intervals)
    {
        var merged = Merge(intervals.SelectMany(WithinOneWeek).OrderBy(interval => interval.Start));
        _starts = [.. merged.Select(interval => interval.Start)];
        _ends = [.. merged.Select(interval => interval.End)];
        _openBefore = new long[merged.Count];
        for (var i = 0; i < merged.Count; i++)
        {
            _openBefore[i] = _openPerWeek;
            _openPerWeek += _ends[i] - _starts[i];
        }
    }

    /// <summary>Whether nothing of the week is left out.</summary>
    public bool IsWholeWeek => _openPerWeek == Week;

    /// <summary>How much is open from the year 1 until an instant.</summary>
    public long OpenUntil(long instant)
    {
        var (week, inWeek) = (instant / Week, instant % Week);
        var i = LastAtMost(_starts, inWeek);
        return week * _openPerWeek + (i < 0 ? 0 : _openBefore[i] + Math.Min(inWeek, _ends[i]) - _starts[i]);
    }

    /// <summary>The first instant until which so much is open; it may be a closing time.</summary>
    /// <param name="open">More than 0.</param>
    public long FirstWith(long open)
    {
        var week = (open - 1) / _openPerWeek;
        var rest = open - week * _openPerWeek;
        var i = LastAtMost(_openBefore, rest - 1);
        return week * Week + _starts[i] + rest - _openBefore[i];
    }

    /// <summary>The last instant until which no more than so much is open; it is open itself.</summary>
    public long LastWith(long open)
    {
        var week = open / _openPerWeek;
        var rest = open - week * _openPerWeek;
        var i = LastAtMost(_openBefore, rest);
        return week * Week + _starts[i] + rest - _openBefore[i];
    }

    /// <summary>Whether an instant is open, and from when until when that stays so; no longer than to the end of the
    /// week.</summary>
    public OpenRun RunAt(long instant)
    {
        var inWeek = instant % Week;
        var monday = instant - inWeek;
        var i = LastAtMost(_starts, inWeek);
        if (i >= 0 && inWeek < _ends[i])
            return new(true, monday + _starts[i], monday + _ends[i]);

        var until = i + 1 < _starts.Length ? _starts[i + 1] : Week;
        return new(false, monday + (i < 0 ? 0 : _ends[i]), monday + until);
    }

    /// <inheritdoc/>
    public bool Equals(WeeklyHours? other) =>
        other is not null && _starts.SequenceEqual(other._starts) && _ends.SequenceEqual(other._ends);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WeeklyHours);

    /// <inheritdoc/>
    public override int GetHashCode() => (_starts.Length, _openPerWeek).GetHashCode();

    /// <summary>The index of the last number that is not above another number; -1 if all are above it.</summary>
    internal static int LastAtMost(long[] sorted, long number)
    {
        var i = Array.BinarySearch(sorted, number);
        return i < 0 ? ~i - 1 : i;
    }

    private static IEnumerable<(long Start, long End)> WithinOneWeek((long Start, long End) interval)
    {
        var start = (interval.Start % Week + Week) % Week;
        var end = start + (interval.End - interval.Start);
        yield return (start, Math.Min(end, Week));
        if (end > Week)
            yield return (0, end - Week);
    }

    private static List<(long Start, long End)> Merge(IEnumerable<(long Start, long End)> sorted)
    {
        List<(long Start, long End)> merged = [];
        foreach (var next in sorted)
        {
            if (merged.Count > 0 && next.Start <= merged[merged.Count - 1].End)
            {
                merged[merged.Count - 1] =
                    (merged[merged.Count - 1].Start, Math.Max(merged[merged.Count - 1].End, next.End));
            }
            else
            {
                merged.Add(next);
            }
        }

        return merged;
    }
}

/// <summary>A part of time in which a share may rise all the while, or not at all.</summary>
/// <param name="IsOpen">Whether it may.</param>
/// <param name="From">The first instant, in microseconds.</param>
/// <param name="Until">The first instant after it.</param>
internal readonly record struct OpenRun(bool IsOpen, long From, long Until)
{
    /// <summary>The part of it that lies between two instants.</summary>
    public OpenRun Within(long from, long until) => new(IsOpen, Math.Max(From, from), Math.Min(Until, until));
}
