using Slowroll.Planning.Texts;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Explaining;

/// <summary>Prints explanations for people: one in sentences, many as rows.</summary>
internal static class ExplanationText
{
    /// <summary>Prints a single one.</summary>
    public static void PrintOne(Session session, Explanation one)
    {
        var output = session.Output;
        output.WriteLine($"{one.Flag} for {one.ShownHashKey} at {session.TimeText(one.At)}");
        var answer = $"{one.Side}{(one.Value is { } value ? $": {value}" : "")}";
        output.WriteLine($"  {(one.Change.Length > 0 ? $"{answer}; {one.Change}" : answer)}");
        foreach (var line in Details(one))
            output.WriteLine($"  {line}");
    }

    /// <summary>Prints many, and how many of them are on <c>new</c>.</summary>
    public static void PrintMany(Session session, IReadOnlyList<Explanation> many)
    {
        var isOneFlag = many.All(one => one.Section == many[0].Section && one.Key == many[0].Key);
        var isOneHashKey = many.All(one => one.HashKey == many[0].HashKey);
        var what = isOneFlag ? many[0].Flag : isOneHashKey ? many[0].ShownHashKey : "All flags";
        session.Output.WriteLine($"{what} at {session.TimeText(many[0].At)}");
        Columns rows = new();
        foreach (var one in many)
        {
            string[] names = isOneFlag ? [one.ShownHashKey] : isOneHashKey ? [one.Flag] : [one.ShownHashKey, one.Flag];
            rows.Add([.. names, one.Side, one.Value ?? "-", Sentence(one)]);
        }

        rows.Print(session.Output, "  ");
        if (isOneFlag)
            session.Output.WriteLine(Total(many));
    }

    /// <summary>Why and since when, on one line.</summary>
    public static string Sentence(Explanation one) => string.Join("; ", new[]
    {
        one.Reason == "schedule" && one.Change.Length > 0 ? "" : one.Reason,
        one.Change,
        one.Answer.Wave is { Audience: { } audience } wave ? $"wave {wave.Index + 1} ({audience})" : "",
        one.Answer.Side == Side.Stable && one.Answer.Standstill is { } still ? still.ToString() : "",
    }.Where(part => part.Length > 0));

    private static IEnumerable<string> Details(Explanation one)
    {
        var answer = one.Answer;
        yield return $"reason: {one.Reason}";
        if (answer.Position is { } position && answer.Reason != EvaluationReason.Interpolated)
        {
            yield return $"position {InstantText.Percent(Math.Round(100 * position, 4))}: the hash keys below it "
                + "come earlier";
        }

        if (answer.Wave is { } wave)
            yield return wave.ToString();
        if (answer.Step is { } step)
            yield return $"{step}{Share(answer.Share, step)}";
        if (answer.Standstill is { } still)
            yield return $"{still}{Countdowns(still.Until, one.At)}";
        if (answer.Rollback is { } rollback)
            yield return $"{rollback}{Countdowns(rollback.HasBegun ? rollback.Until : rollback.From, one.At)}";
        if (answer.Step is { } last)
        {
            yield return answer.EndsAt is not { } end ? "never ends"
                : $"{(last.Phase == StepPhase.Over ? "ended" : "ends")} {InstantText.Of(end)}"
                    + Countdowns(end, one.At);
        }
    }

    private static string Share(double? share, ExplainedStep step) => share is { } known
        ? step.Phase == StepPhase.Over ? "" : $"; the share is {PercentText.Of(known)}"
        : "";

    private static string Countdowns(DateTimeOffset? instant, DateTimeOffset at) =>
        instant is { } known ? $", {Countdown.Of(known, at)}" : "";

    private static string Total(IReadOnlyList<Explanation> many)
    {
        var onNew = many.Count(one => one.Answer.Side == Side.New);
        var share = InstantText.Percent(Math.Round(100.0 * onNew / many.Count, 1));
        return many[0].Answer.Reason == EvaluationReason.Interpolated
            ? $"{Amount.Of(many.Count, "hash key")}, all with the same number"
            : $"{Amount.Number(onNew)} of {Amount.Of(many.Count, "hash key")} have new ({share})";
    }
}
