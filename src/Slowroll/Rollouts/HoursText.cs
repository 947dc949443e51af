using Slowroll.Texts;

namespace Slowroll.Rollouts;

/// <summary>Reads the hours of a week: <c>Mon-Thu 08:00-16:00Z; Fri 08:00-12:00+01:00</c>.</summary>
/// <remarks>This file is compiled into the runtime and into the build-time half.</remarks>
internal static class HoursText
{
    private const long Minute = 60_000_000;
    private const int MinutesPerDay = 24 * 60;
    private const string Form = "Write days and times of one offset, like 'Mon-Thu 08:00-16:00Z; Fri 08:00-12:00Z'.";

    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>The hours, or what is wrong with the text.</summary>
    public static Parsed<WeeklyHours> Parse(string text)
    {
        List<(long, long)> intervals = [];
        foreach (var clause in text.Split(';'))
        {
            if (ReadClause(clause.Trim(' '), intervals) is { } wrong)
                return Parsed<WeeklyHours>.Failed($"'{OneLine.Of(text)}' can't be read as hours: {wrong}. {Form}");
        }

        return new WeeklyHours(intervals);
    }

    private static string? ReadClause(string clause, List<(long, long)> intervals)
    {
        if (clause.Length == 0)
            return "a clause is empty";

        var space = clause.IndexOf(' ');
        if (space < 0)
            return $"'{OneLine.Of(clause)}' has no space between days and times";

        var days = new bool[Days.Length];
        foreach (var part in clause.Substring(0, space).Split(','))
        {
            if (!TryReadDays(part, days))
                return $"'{OneLine.Of(part)}' is no day and no range of days from Mon to Sun";
        }

        var times = clause.Substring(space).TrimStart(' ');
        if (ReadTimes(times) is not var (start, end, offset))
            return $"'{OneLine.Of(times)}' is no range of times with 'Z' or an offset behind it";

        for (var day = 0; day < days.Length; day++)
        {
            if (days[day])
            {
                intervals.Add(
                    ((day * MinutesPerDay + start - offset) * Minute, (day * MinutesPerDay + end - offset) * Minute));
            }
        }

        return null;
    }

    private static bool TryReadDays(string text, bool[] days)
    {
        var ends = text.Split('-');
        var (first, last) = (Array.IndexOf(Days, ends[0]), Array.IndexOf(Days, ends[ends.Length - 1]));
        if (ends.Length > 2 || first < 0 || last < 0)
            return false;

        for (var day = first; ; day = (day + 1) % Days.Length)
        {
            days[day] = true;
            if (day == last)
                return true;
        }
    }

    // 08:00-16:00Z, 08:00-16:00+01:00; in minutes of the day.
    private static (int Start, int End, int Offset)? ReadTimes(string text)
    {
        const int Times = 11;
        if (text.Length <= Times || text[5] != '-'
            || ReadTime(text.Substring(0, 5), MinutesPerDay - 1) is not { } start
            || ReadTime(text.Substring(6, 5), MinutesPerDay) is not { } end
            || ReadOffset(text.Substring(Times)) is not { } offset)
        {
            return null;
        }

        return (start, end <= start ? end + MinutesPerDay : end, offset);
    }

    private static int? ReadOffset(string text)
    {
        if (text == "Z")
            return 0;
        if (text.Length == 0
            || text[0] is not ('+' or '-')
            || ReadTime(text.Substring(1), MinutesPerDay - 1) is not { } minutes)
        {
            return null;
        }

        return text[0] == '-' ? -minutes : minutes;
    }

    private static int? ReadTime(string text, int latest)
    {
        if (text.Length != 5
            || text[2] != ':'
            || !IsDigit(text[0])
            || !IsDigit(text[1])
            || !IsDigit(text[3])
            || !IsDigit(text[4]))
        {
            return null;
        }

        var (hours, minutes) = ((text[0] - '0') * 10 + text[1] - '0', (text[3] - '0') * 10 + text[4] - '0');
        var time = hours * 60 + minutes;
        return minutes < 60 && time <= latest ? time : null;
    }

    private static bool IsDigit(char letter) => letter is >= '0' and <= '9';
}
