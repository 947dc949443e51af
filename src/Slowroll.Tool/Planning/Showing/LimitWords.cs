using Slowroll.Planning.Texts;
using Slowroll.Texts;
using Slowroll.Tool.Planning.Hours;

namespace Slowroll.Tool.Planning.Showing;

/// <summary>What is said of the limit of hosts per hour.</summary>
/// <param name="report">A plan with a limit.</param>
internal sealed class LimitWords(PlanReport report)
{
    private const int MostFlags = 5;

    /// <summary>Whether it holds.</summary>
    public string Verdict
    {
        get
        {
            var exceeded = report.Exceeded;
            var until = $"until {ShortTime.Of(report.Hours.Until)}";
            return exceeded > 0
                ? $"{Amount.Of(exceeded, "hour switches", "hours switch")} more than "
                    + $"{Limit} {until}."
                : report.Busiest is [var busiest, ..]
                    ? $"No hour switches more than {Limit} {until}; the busiest is {Text(busiest.Switches)}."
                    : $"No hour switches more than {Limit} {until}: nobody changes sides.";
        }
    }

    /// <summary>The worst hours that exceed it, with what makes them.</summary>
    public IEnumerable<string> WorstHours => report.Busiest
        .Where(busy => report.Limit!.IsExceededBy(busy.Switches, report.HostCount))
        .Select(busy => $"{Text(busy.Switches)}, by "
            + string.Join(", ", busy.Flags.Take(MostFlags).Select(flag => $"{flag.Name} ({SwitchingOf(flag)})"))
            + (busy.Flags.Count > MostFlags ? $" and {Amount.Number(busy.Flags.Count - MostFlags)} more" : ""));

    /// <summary>What would help; null where the limit holds.</summary>
    public string? Advice
    {
        get
        {
            if (report.Exceeded == 0 || report.Busiest is not [{ Flags: [var first, ..] flags }, ..])
                return null;

            var amount = first.Hosts ?? first.Share;
            var limit = report.Limit!.HostsOf(report.HostCount) ?? (double)report.Limit.Percent!.Value;
            if (amount <= limit)
            {
                return $"No flag alone is above the limit: start {flags[^1].Name} later than {first.Name}, or let "
                    + "them take longer.";
            }

            var what = first.IsRollback ? "the over of its rollback" : "its duration, or the over of that step";
            return limit > 0
                ? $"{first.Name} alone is above the limit: spread what it does in that hour over "
                    + $"{Math.Ceiling(amount / limit):0} hours or more ({what})."
                : $"{first.Name} is above the limit, which allows nobody.";
        }
    }

    /// <summary>What has to be known of the numbers, a sentence each.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (report.HostCount is null)
            {
                yield return "Without --hosts the shares of all possible hosts are compared: flags with one salt, or "
                    + "without any, reach the same ones first.";
            }

            if (report.UpperBounds is [_, ..] unknown)
            {
                yield return $"It takes --hosts to know who is in {OneLine.List("; ", unknown, name => name)}: each "
                    + "counts as if all hosts could be in it.";
            }
        }
    }

    private string Limit => report.HostCount is not { } hosts ? report.Limit!.Text
        : $"{report.Limit!.Text} of the {Amount.Of(hosts, "host")}";

    private string Text(SwitchesInHour hour) =>
        $"{HourText.Of(report.Hours, hour.Hour)} with {HourText.Switching(hour)}";

    private static string SwitchingOf(Contribution flag) =>
        flag.Hosts is { } hosts ? Amount.Number(hosts)
        : flag.IsUpperBound ? $"at most {PercentText.Of(flag.Share)}"
        : PercentText.Of(flag.Share);
}
