using System.Globalization;
using Slowroll.Rollouts;

namespace Slowroll.Planning.Page;

/// <summary>The time that the page shows, and the instants at which its slider stops. All are in microseconds since the
/// year 1.</summary>
internal sealed record PageTimeline
{
    private const long Minute = 60_000_000;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;
    private const long LongestBack = 366 * Day;
    private const long LongestAhead = 366 * Day;

    // Where a freeze has no end, or nothing moves at all.
    private const long Usual = 7 * Day;
    private const int MostSteps = 400;

    private static readonly long[] Steps =
    [
        Minute, 2 * Minute, 5 * Minute, 10 * Minute, 15 * Minute, 30 * Minute, Hour, 2 * Hour, 3 * Hour, 6 * Hour,
        12 * Hour, Day, 2 * Day,
    ];

    // The last one that a date can be written of.
    private static readonly long Last = Schedule.MicrosecondsOf(DateTime.MaxValue);

    private readonly List<long> _stops;

    private PageTimeline(long at, long from, long until, long step, IEnumerable<long> events)
    {
        (At, From, Until) = (at, from, until);
        List<long> grid = [];
        for (var instant = from; instant <= until; instant += step)
            grid.Add(instant);
        List<long> happenings = [.. events];
        _stops = [.. grid.Append(at).Concat(happenings).Distinct().Order()];
        Grid = [.. grid.Select(FirstStopFrom)];
        Events = [.. happenings.Select(FirstStopFrom).Distinct().Order()];
    }

    /// <summary>The instant that counts as now.</summary>
    public long At { get; }

    /// <summary>The first instant.</summary>
    public long From { get; }

    /// <summary>The last instant.</summary>
    public long Until { get; }

    /// <summary>All instants at which the slider stops, in order.</summary>
    public IReadOnlyList<long> Stops => _stops;

    /// <summary>Those at equal distances, by their places among all: one for each place of the slider.</summary>
    public IReadOnlyList<int> Grid { get; }

    /// <summary>Those at which something happens, by their places among all.</summary>
    public IReadOnlyList<int> Events { get; }

    /// <summary>The place of <see cref="At"/> among the stops.</summary>
    public int Now => FirstStopFrom(At);

    /// <summary>The time around an instant in which some flags move.</summary>
    /// <param name="at">The instant that counts as now.</param>
    /// <param name="moves">From when until when each of them moves; those that are over don't count.</param>
    public static PageTimeline Around(long at, IReadOnlyList<Stretch> moves)
    {
        var running = moves.Where(move => move.Until > at).ToList();
        var ends = running.Where(move => move.Until != OpenTime.Never).Select(move => move.Until).ToList();
        var begin = running.Select(move => move.From).Append(at).Min();
        var end = ends.Append(at).Max();
        if (ends.Count < running.Count || running.Count == 0)
            end = Math.Max(end, Math.Min(at, Last - Usual) + Usual);

        begin = Math.Max(begin, Math.Max(0, at - LongestBack));
        end = Math.Min(end, Math.Min(at, Last - LongestAhead) + LongestAhead);
        var room = Math.Max((end - begin) / 25, Hour);
        (begin, end) = (Math.Max(0, begin - room), Math.Min(Last, end + room));

        // Round instants, so that the slider stops at full hours.
        var step = Array.Find(Steps, step => (end - begin) / step <= MostSteps - 2);
        begin = begin / step * step;
        var steps = Math.Min((end - begin + step - 1) / step, (Last - begin) / step);
        return new(at, begin, begin + steps * step, step, []);
    }

    /// <summary>The same time with more stops. Those outside of it are left out.</summary>
    public PageTimeline With(IEnumerable<long> events) =>
        new(At, From, Until, (Until - From) / (Grid.Count - 1), events.Where(Shows));

    /// <summary>From which stop until which one a host is on <c>new</c>.</summary>
    public (int From, int Until) StopsOf(TimeOnNew time) =>
        time.IsNever ? (0, 0) : (FirstStopFrom(time.From), FirstStopFrom(time.Until));

    /// <summary>The place of the slider that is nearest to an instant.</summary>
    public int NearestOnGrid(long instant) => (int)Math.Clamp(
        Math.Round((instant - From) / (double)(Until - From) * (Grid.Count - 1)), 0, Grid.Count - 1);

    /// <summary>How far an instant is from the begin, in per cent of the whole time.</summary>
    public string Across(long instant) => Math.Clamp(100.0 * (instant - From) / (Until - From), 0, 100)
        .ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Whether an instant is shown.</summary>
    public bool Shows(long instant) => instant >= From && instant <= Until;

    /// <summary>The first stop at or after an instant; the number of stops if there is none.</summary>
    public int FirstStopFrom(long instant)
    {
        var found = _stops.BinarySearch(instant);
        return found < 0 ? ~found : found;
    }
}
