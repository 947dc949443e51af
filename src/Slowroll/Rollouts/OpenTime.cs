namespace Slowroll.Rollouts;

/// <summary>The time that counts for a schedule: it lies inside the hours and outside all freezes.</summary>
/// <remarks>All times are in microseconds since the year 1. A question costs a few binary searches, however many weeks
/// or freezes lie between. This file is compiled into the runtime and into the build-time half.</remarks>
internal sealed class OpenTime : IEquatable<OpenTime>
{
    /// <summary>Stands for an instant that never comes.</summary>
    public const long Never = long.MaxValue;

    // What would come after the year 9999 never comes.
    private const long EndOfTime = 315_537_897_600_000_000;

    private readonly IReadOnlyList<Freeze> _freezes;
    private readonly WeeklyHours? _hours;
    private readonly long _hoursUntil;
    private readonly long[] _froms;
    private readonly long[] _untils;

    // By freeze: the hours that all freezes before it take away; one more entry for all of them.
    private readonly long[] _frozenBefore;

    // By gap between two freezes: how much has counted until it begins.
    private readonly long[] _countedBefore;

    /// <summary>The time inside hours and outside freezes.</summary>
    /// <param name="hours">Null for day and night.</param>
    /// <param name="hoursUntil">From this instant on no hours apply.</param>
    /// <param name="freezes">In any order; they may overlap.</param>
    public OpenTime(WeeklyHours? hours, long hoursUntil, IReadOnlyList<Freeze> freezes)
    {
        _freezes = freezes;
        _hours = hours;
        _hoursUntil = hours is null ? 0 : Math.Min(hoursUntil, EndOfTime);
        var merged = Freeze.Merge(freezes);
        (_froms, _untils) = (new long[merged.Count], new long[merged.Count]);
        _frozenBefore = new long[merged.Count + 1];
        _countedBefore = new long[merged.Count + 1];
        for (var i = 0; i < merged.Count; i++)
        {
            (_froms[i], _untils[i]) = (merged[i].From, Math.Min(merged[i].Until, EndOfTime));
            _frozenBefore[i + 1] = _frozenBefore[i] + InHours(_untils[i]) - InHours(_froms[i]);
            _countedBefore[i + 1] = InHours(_untils[i]) - _frozenBefore[i + 1];
        }
    }

    /// <summary>Every instant counts.</summary>
    public static OpenTime Always { get; } = new(null, 0, []);

    /// <summary>The time inside hours and outside freezes; <see cref="Always"/> if there are none.</summary>
    public static OpenTime Of(WeeklyHours? hours, long hoursUntil, IReadOnlyList<Freeze> freezes) =>
        hours is null && freezes.Count == 0 ? Always : new(hours, hoursUntil, freezes);

    /// <summary>Whether every instant counts.</summary>
    public bool IsAlways => _hours is null && _froms.Length == 0;

    /// <summary>How much time has counted from the year 1 until an instant.</summary>
    public long CountedUntil(long instant)
    {
        var i = WeeklyHours.LastAtMost(_froms, instant);
        var frozen = i < 0 ? 0 : _frozenBefore[i] + InHours(Math.Min(instant, _untils[i])) - InHours(_froms[i]);
        return InHours(instant) - frozen;
    }

    /// <summary>The instant by which so much has counted since another one; it may be a closing time.</summary>
    public long EndOf(long start, long counted)
    {
        if (start == Never || counted >= EndOfTime)
            return Never;
        if (counted == 0)
            return start;
        if (IsAlways)
            return OrNever(start, counted);

        // The last gap that begins with less.
        var target = CountedUntil(start) + counted;
        var gap = WeeklyHours.LastAtMost(_countedBefore, target - 1);
        while (gap + 1 < _countedBefore.Length && _countedBefore[gap + 1] < target)
            gap++;
        return Checked(FirstInHoursWith(target + _frozenBefore[gap]), gap);
    }

    /// <summary>The first open instant by which so much has counted since another one.</summary>
    public long FirstOpenAfter(long start, long counted)
    {
        if (start == Never || counted >= EndOfTime)
            return Never;
        if (IsAlways)
            return OrNever(start, counted);

        // The last gap that begins with no more.
        var target = CountedUntil(start) + counted;
        var gap = WeeklyHours.LastAtMost(_countedBefore, target);
        while (gap + 1 < _countedBefore.Length && _countedBefore[gap + 1] <= target)
            gap++;
        return Checked(LastInHoursWith(target + _frozenBefore[gap]), gap);
    }

    /// <summary>Whether an instant is open, and from when until when that stays so at least.</summary>
    public OpenRun RunAt(long instant)
    {
        var i = WeeklyHours.LastAtMost(_froms, instant);
        if (i >= 0 && instant < _untils[i])
            return new(false, _froms[i], _untils[i] == EndOfTime ? Never : _untils[i]);

        var run = _hours is not null && instant < _hoursUntil
            ? _hours.RunAt(instant).Within(0, _hoursUntil)
            : new OpenRun(true, _hoursUntil, Never);
        return run.Within(i < 0 ? 0 : _untils[i], i + 1 < _froms.Length ? _froms[i + 1] : Never);
    }

    /// <summary>The first closed instant from an open one on; <see cref="Never"/> if it stays open.</summary>
    public long ClosesAfter(long instant)
    {
        // Where hours leave nothing out of a week, none of the ends of their weeks is a closing time.
        if (_hours is null or { IsWholeWeek: true })
            return NextFreezeAfter(instant);

        var run = RunAt(instant);
        while (run.IsOpen && run.Until != Never)
            run = RunAt(run.Until);
        return run.IsOpen || run.From >= EndOfTime ? Never : run.From;
    }

    /// <summary>When the next freeze begins after an instant; <see cref="Never"/> without one.</summary>
    public long NextFreezeAfter(long instant)
    {
        var i = WeeklyHours.LastAtMost(_froms, instant) + 1;
        return i < _froms.Length ? _froms[i] : Never;
    }

    /// <summary>The freeze that an instant lies in, of several the one that ends last; null outside of all.</summary>
    public Freeze? FreezeAt(long instant)
    {
        Freeze? last = null;
        foreach (var freeze in _freezes)
        {
            if (freeze.From <= instant && instant < freeze.Until && !(last?.Until >= freeze.Until))
                last = freeze;
        }

        return last;
    }

    /// <summary>From when on no freeze lies over an instant: this instant itself outside of all.</summary>
    public long UnfrozenFrom(long instant)
    {
        var i = WeeklyHours.LastAtMost(_froms, instant);
        return i < 0 || instant >= _untils[i] ? instant : _untils[i] == EndOfTime ? Never : _untils[i];
    }

    /// <inheritdoc/>
    public bool Equals(OpenTime? other) => other is not null
        && Equals(_hours, other._hours) && _hoursUntil == other._hoursUntil
        && _froms.SequenceEqual(other._froms) && _untils.SequenceEqual(other._untils);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OpenTime);

    /// <inheritdoc/>
    public override int GetHashCode() => (_hours, _hoursUntil, _froms.Length).GetHashCode();

    private static long OrNever(long start, long counted) => counted < EndOfTime - start ? start + counted : Never;

    private long Checked(long instant, int gap) =>
        instant >= EndOfTime || (gap < _froms.Length && instant > _froms[gap]) ? Never : instant;

    private long InHours(long instant) =>
        _hours is null ? instant
        : instant <= _hoursUntil ? _hours.OpenUntil(instant)
        : _hours.OpenUntil(_hoursUntil) + instant - _hoursUntil;

    private long FirstInHoursWith(long open)
    {
        var regular = InHours(_hoursUntil);
        return _hours is not null && open <= regular ? _hours.FirstWith(open) : _hoursUntil + open - regular;
    }

    private long LastInHoursWith(long open)
    {
        var regular = InHours(_hoursUntil);
        return _hours is not null && open < regular ? _hours.LastWith(open) : _hoursUntil + open - regular;
    }
}
