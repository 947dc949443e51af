using System.Globalization;

namespace Slowroll.Tests.Promises.Schedules;

/// <summary>A clause of hours; days from 0 for Monday, minutes of the day, the offset in hours.</summary>
internal sealed record RandomClause(int FirstDay, int LastDay, int Start, int End, int Offset)
{
    private const int Day = 1440;
    private static readonly string[] Names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>Whether an instant lies in it: counted minute by minute, unlike in the library.</summary>
    public bool Has(DateTimeOffset instant)
    {
        var local = instant.ToOffset(TimeSpan.FromHours(Offset));
        var (today, time) = (((int)local.DayOfWeek + 6) % 7, (local.Hour * 60) + local.Minute);
        var length = End > Start ? End - Start : End + Day - Start;
        return (HasDay(today) && time >= Start && time - Start < length)
            || (HasDay((today + 6) % 7) && time + Day - Start < length);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Names[FirstDay]}-{Names[LastDay]} {Time(Start)}-{Time(End)}{Sign}{Math.Abs(Offset):00}:00");

    private char Sign => Offset < 0 ? '-' : '+';

    private bool HasDay(int day) =>
        FirstDay <= LastDay ? day >= FirstDay && day <= LastDay : day >= FirstDay || day <= LastDay;

    private static string Time(int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}

/// <summary>Hours of a week.</summary>
internal sealed record RandomHours(IReadOnlyList<RandomClause> Clauses)
{
    public bool Has(DateTimeOffset instant) => Clauses.Any(clause => clause.Has(instant));

    public override string ToString() => string.Join("; ", Clauses);
}
