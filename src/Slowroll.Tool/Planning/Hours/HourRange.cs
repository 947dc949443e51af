namespace Slowroll.Tool.Planning.Hours;

/// <summary>The clock hours, UTC, from an instant to another one. Of the first and the last only a part may lie
/// between.</summary>
/// <param name="At">What happens after this instant counts; in microseconds since the year 1.</param>
/// <param name="Until">What happens before this one counts.</param>
internal readonly record struct HourRange(long At, long Until)
{
    /// <summary>An hour in microseconds.</summary>
    public const long Hour = 3_600_000_000;

    /// <summary>How many there are.</summary>
    public int Count => (int)((Until - StartOf(0) + Hour - 1) / Hour);

    /// <summary>When an hour begins by the clock.</summary>
    public long StartOf(int hour) => At / Hour * Hour + hour * Hour;

    /// <summary>The last instant before the part of an hour that counts.</summary>
    public long Before(int hour) => Math.Max(StartOf(hour) - 1, At);

    /// <summary>The last instant of an hour that counts.</summary>
    public long LastOf(int hour) => Math.Min(StartOf(hour) + Hour, Until) - 1;

    /// <summary>The hour of an instant after the first one.</summary>
    public int HourOf(long instant) => (int)Math.Min(Count, (instant - StartOf(0)) / Hour);
}
