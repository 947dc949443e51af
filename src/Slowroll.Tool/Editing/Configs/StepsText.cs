using System.Globalization;
using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Editing.Layout;

namespace Slowroll.Tool.Editing.Configs;

/// <summary>Reads steps as a person writes them on the command line: <c>1% 1d, 10% 4h 2d, 100% 3d</c>.</summary>
/// <remarks>A percentage, then how long the share takes to get there, then how long it stays there. With one time it
/// goes there at once and stays so long; the last step never holds, so there one time is how long it takes.</remarks>
internal static class StepsText
{
    private const string Example = "Write steps like '1% 1d, 10% 4h 2d, 100% 3d'.";

    private static readonly char[] Spaces = [' ', '\t'];

    /// <summary>The steps as a config has them.</summary>
    /// <exception cref="UsageException">They can't be read.</exception>
    public static JsonDraft Read(string text)
    {
        if (UrlText.Shown(text) != text)
            throw new UsageException($"--steps: {UrlText.Hidden} is no list of steps. {Example}");

        var steps = text.Split(',');
        return JsonDraft.List([.. steps.Select((step, at) => ReadStep(step.Trim(), at == steps.Length - 1))]);
    }

    private static JsonDraft ReadStep(string step, bool isLast)
    {
        var end = step.IndexOf('%', StringComparison.Ordinal);
        if (end < 0)
        {
            throw new UsageException(step.Length == 0
                ? $"--steps: a step is empty. {Example}"
                : $"--steps: '{OneLine.Of(step)}' does not begin with a percentage. {Example}");
        }

        var number = step[..end].Trim();
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            || Percentage.Parse(number).Error is not null)
        {
            throw new UsageException(
                $"--steps: '{OneLine.Of(number)}' is no percentage from 0 to 100. {Example}");
        }

        var times = step[(end + 1)..].Split(Spaces, StringSplitOptions.RemoveEmptyEntries);
        foreach (var time in times)
            ConfigTime.ReadLength(time, $"--steps, '{OneLine.Of(step)}'");
        var (over, hold) = (times, isLast) switch
        {
            ([], _) => (null, null),
            ([var only], true) => (only, null),
            ([var only], false) => (null, only),
            ([var first, var second], false) => (first, second),
            ([_, _], true) => throw new UsageException(
                $"--steps: '{OneLine.Of(step)}' is the last step, and after it nothing is held. Give it one time, how "
                    + "long it takes."),
            _ => throw new UsageException(
                $"--steps: '{OneLine.Of(step)}' has {times.Length} times; a step has two at most, how long it takes "
                    + "and how long it stays. Write a time of several units without spaces, like 1d12h."),
        };
        return JsonDraft.Object(
            (ScheduleFields.Pct, JsonDraft.Raw(percent.ToString("0.############", CultureInfo.InvariantCulture))),
            (ScheduleFields.Over, over is null ? null : JsonDraft.Text(over)),
            (ScheduleFields.Hold, hold is null ? null : JsonDraft.Text(hold)));
    }
}
