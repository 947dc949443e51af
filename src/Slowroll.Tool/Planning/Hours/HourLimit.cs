using System.Globalization;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Planning.Hours;

/// <summary>How many hosts may change sides in an hour at most: a percentage, or a number.</summary>
/// <param name="Text">As it was given.</param>
/// <param name="Percent">The percentage; null for a number.</param>
/// <param name="Hosts">The number; null for a percentage.</param>
internal sealed record HourLimit(string Text, decimal? Percent, long? Hosts)
{
    /// <summary>Reads a limit.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static HourLimit Read(string given, string option)
    {
        var text = given.Trim();
        if (text.EndsWith('%'))
        {
            if (decimal.TryParse(
                    text[..^1].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
                && percent <= 100)
            {
                return new(text, percent, null);
            }
        }
        else if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hosts))
        {
            return new(text, null, hosts);
        }

        throw new UsageException(
            $"{option}: '{OneLine.Of(UrlText.Shown(given))}' is no limit. Write a percentage from 0 to 100 like 5%, or "
                + "a number of hosts like 200.");
    }

    /// <summary>How many hosts it allows; null where only shares are known.</summary>
    public double? HostsOf(int? all) => all is { } hosts ? Hosts ?? (double)(Percent!.Value * hosts / 100) : null;

    /// <summary>Whether more hosts change sides.</summary>
    /// <param name="hour">The hour.</param>
    /// <param name="all">How many hosts there are; null where only shares are known.</param>
    public bool IsExceededBy(SwitchesInHour hour, int? all) =>
        hour.Hosts is not { } switching || all is not { } hosts ? hour.Share > (double)Percent!.Value
        : Hosts is { } most ? switching > most
        : switching * 100m > Percent!.Value * hosts;
}
