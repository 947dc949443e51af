namespace Slowroll.Tool.CommandLine;

/// <summary>Writes how long something takes, for people: the two largest units, as in <c>3 d 4 h</c>.</summary>
internal static class TimeDistance
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("d", TimeSpan.FromDays(1)), ("h", TimeSpan.FromHours(1)), ("min", TimeSpan.FromMinutes(1)),
        ("s", TimeSpan.FromSeconds(1)),
    ];

    /// <summary>The text of a time that is not negative.</summary>
    public static string Of(TimeSpan time)
    {
        var first = Array.FindIndex(Units, unit => time >= unit.Length);
        if (first < 0)
            return "less than a second";

        var (unit, length) = Units[first];
        var text = FormattableString.Invariant($"{Math.Floor(time / length):0} {unit}");
        if (first + 1 == Units.Length)
            return text;

        var (next, part) = Units[first + 1];
        var rest = Math.Floor(new TimeSpan(time.Ticks % length.Ticks) / part);
        return rest == 0 ? text : FormattableString.Invariant($"{text} {rest:0} {next}");
    }
}
