namespace Slowroll.Rollouts;

/// <summary>Reads a day and a time of day, without their zone.</summary>
/// <remarks>
/// <para>With white space between the two it takes what the original does, in Python's <c>strptime</c>: any white space
/// and any amount of it, numbers of one digit, a day that a space pads. With a <c>T</c> it takes RFC 3339's two digits.
/// Digits are 0 to 9, and any number of decimals may stand behind the seconds: those beyond the microsecond are cut
/// off.</para>
/// <para>This file is compiled into the runtime and into the build-time half.</para>
/// </remarks>
internal ref struct WallClock
{
    private const int MicrosecondDigits = 6;
    private const long TicksPerMicrosecond = 10;

    private readonly string _text;
    private readonly int _end;
    private int _at;

    private WallClock(string text, int end) => (_text, _end, _at) = (text, end, 0);

    /// <summary>The time in the first characters of a text; null if there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">How many of its characters.</param>
    /// <param name="isLeapSecond">Whether there is none because of a second 60.</param>
    public static DateTime? Read(string text, int end, out bool isLeapSecond) =>
        new WallClock(text, end).Read(out isLeapSecond);

    private DateTime? Read(out bool isLeapSecond)
    {
        isLeapSecond = false;
        if (!TryNumber(4, 4, out var year) || !TryTake('-') || !TryNumber(1, 2, out var month) || !TryTake('-'))
            return null;

        var isPadded = TryTake(' ');
        if (!TryNumber(1, isPadded ? 1 : 2, out var day) || !TryBetween(isPadded, out var leastDigits))
            return null;
        if (!TryNumber(leastDigits, 2, out var hour) || !TryTake(':') || !TryNumber(leastDigits, 2, out var minute))
            return null;

        var (second, microseconds) = (0, 0);
        if (TryTake(':')
            && (!TryNumber(leastDigits, 2, out second) || (TryTake('.') && !TryDecimals(out microseconds))))
        {
            return null;
        }

        if (_at < _end
            || year < 1
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
            || hour > 23
            || minute > 59)
        {
            return null;
        }

        isLeapSecond = second == 60;
        return second > 59
            ? null
            : new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified).AddTicks(
                microseconds * TicksPerMicrosecond);
    }

    // A T is allowed only after a day that has all its digits.
    private bool TryBetween(bool isPadded, out int leastDigits)
    {
        var isWrittenOut = _at == "2030-01-31".Length && !isPadded;
        if (isWrittenOut && (TryTake('T') || TryTake('t')))
        {
            leastDigits = 2;
            return true;
        }

        leastDigits = 1;
        var start = _at;
        while (_at < _end && WhiteSpace.Is(_text[_at]))
            _at++;
        return _at > start;
    }

    private bool TryTake(char letter)
    {
        if (_at >= _end || _text[_at] != letter)
            return false;

        _at++;
        return true;
    }

    private bool TryNumber(int least, int most, out int number)
    {
        var start = _at;
        number = 0;
        while (_at - start < most && _at < _end && _text[_at] is >= '0' and <= '9')
            number = (10 * number) + _text[_at++] - '0';
        return _at - start >= least;
    }

    private bool TryDecimals(out int microseconds)
    {
        var start = _at;
        TryNumber(1, MicrosecondDigits, out microseconds);
        for (var digits = _at - start; digits < MicrosecondDigits; digits++)
            microseconds *= 10;

        while (_at < _end && _text[_at] is >= '0' and <= '9')
            _at++;
        return _at > start;
    }
}
