using System.Text.Json;
using Slowroll.Grammar;
using Slowroll.Planning.Texts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Explaining;

namespace Slowroll.Tool.Expectations;

/// <summary>Tests expectations of a flag by what the running program would answer.</summary>
internal sealed class ExpectationTest(AskedConfig config)
{
    private const int MostFailures = 20;

    /// <summary>Tests one.</summary>
    public TestResult Run(Expectation one)
    {
        List<Func<Failure>> failures = [.. FailuresOf(one)];
        return new(one, ExpectedText.Of(one), [.. failures.Take(MostFailures).Select(failure => failure())],
            failures.Count);
    }

    // Of many only the first ones are put into words.
    private IEnumerable<Func<Failure>> FailuresOf(Expectation one) =>
        FlagArgument.All(config.Document, one.Flag.Text) switch
        {
            [] => [() =>
                new(null, $"the config has no such flag{FlagArgument.Question(config.Document, one.Flag.Text)}", null)],
            [_, _, ..] => [() => new(null, "two flags have this name: write the section in quotation marks", null)],
            [var flag] when one.Share is { } share => ShareFailures(one, flag, share),
            [var flag] => one.Hosts.Select(host => HostFailure(one, flag, host)).OfType<Func<Failure>>(),
        };

    private Func<Failure>? HostFailure(Expectation one, ConfigFlag flag, string host)
    {
        var periods = PeriodsOf(one, flag, host);
        return (periods is null ? WhenOnlyNowIsKnown(one, flag, host) : Broken(one.Time, periods)) is { } instant
            ? () => HostFailure(one, flag, host, instant, periods)
            : null;
    }

    private Failure HostFailure(
        Expectation one, ConfigFlag flag, string host, DateTimeOffset instant, Periods? periods)
    {
        var answer = Ask(flag, host, instant);
        var fact = ExpectedText.Fact(one);
        var found = answer.Answer switch
        {
            { Side: Side.Default } => answer.Answer.Error ?? "the default answers",
            { Reason: EvaluationReason.Interpolated } when one.Has is not null =>
                "the flag is interpolated, so that all have the same number: expect a value or a share",
            _ => $"{answer.ShownHashKey} has {(one.Has is null ? answer.Value : answer.Side)} "
                + $"{(one.Time.IsUntil ? "at" : "then, at")} {InstantText.Of(instant)}",
        };
        return new(host, found, periods is null || answer.Answer.Side == Side.Default
            ? null
            : NullIfEmpty(ExpectedText.When(
                periods, instant, one.Has == Side.New ? "gets new" : $"has {fact}", $"had {fact}")));
    }

    // Null where everybody gets a number that changes all the time.
    private Periods? PeriodsOf(Expectation one, ConfigFlag flag, string host)
    {
        var now = Ask(flag, host, one.Time.Instant).Answer;
        if (now.Reason == EvaluationReason.Interpolated)
            return one.Has is null ? null : Periods.Never;
        if (now.Side == Side.Default)
            return Periods.Never;

        var onNew = Periods.Of(now.OnNew);
        if (one.Has is { } side)
            return side == Side.New ? onNew : onNew.Others();

        var (isNew, isStable) = (Has(RolloutFields.New), Has(RolloutFields.Stable));
        return isNew ? isStable ? Periods.Always : onNew : isStable ? onNew.Others() : Periods.Never;

        bool Has(string field) => (flag.Member.Value as JsonObject)?.Find(field) is { Value: var value }
            && Fits(one.Value!, JsonText.Write(value));
    }

    private DateTimeOffset? WhenOnlyNowIsKnown(Expectation one, ConfigFlag flag, string host)
    {
        var instant = one.Time.IsUntil ? one.Time.From ?? DateTimeOffset.MinValue : one.Time.Instant;
        return Fits(one.Value!, Ask(flag, host, instant).Answer.Value.GetRawText()) ? null : instant;
    }

    private IEnumerable<Func<Failure>> ShareFailures(Expectation one, ConfigFlag flag, ShareLimits limits)
    {
        var share = one.Hosts.Count > 0 ? ShareOfHosts(one, flag) : ShareOfAll(one, flag);
        if (share.Fault is { } fault)
            return [() => new(null, fault, null)];
        if (Broken(one.Time, share.Periods) is not { } instant)
            return [];

        var words = ExpectedText.Limits(limits);
        return
        [
            () => new(null, $"the share is {share.At(instant)} at {InstantText.Of(instant)}",
                NullIfEmpty(ExpectedText.When(share.Periods, instant, $"is {words}", $"was {words}"))),
        ];
    }

    private FoundShare ShareOfHosts(Expectation one, ConfigFlag flag)
    {
        List<Periods> onNew = [];
        foreach (var host in one.Hosts)
        {
            var answer = Ask(flag, host, one.Time.Instant).Answer;
            if (FaultOf(answer) is { } fault)
                return FoundShare.None(fault);

            onNew.Add(Periods.Of(answer.OnNew));
        }

        var limits = one.Share!;
        var all = onNew.Count;
        return new(
            Periods.Counted(
                onNew, count => 100m * count >= limits.AtLeast * all && 100m * count <= limits.AtMost * all),
            instant =>
            {
                var count = onNew.Count(periods => periods.HoldAt(instant));
                return $"{PercentText.Of(100.0 * count / all)} "
                    + $"({Amount.Number(count)} of {Amount.Of(all, "host")})";
            },
            null);
    }

    private FoundShare ShareOfAll(Expectation one, ConfigFlag flag)
    {
        if (ConfigRolloutReader.Read(flag, type: null, new()) is { } rollout
            && rollout.Waves.Any(wave => wave.Audience is not null))
        {
            return FoundShare.None(
                "the flag has waves, and nobody knows how many hosts are in each: name \"hosts\", here or in the spec");
        }

        AllHashKeys all = new(config, flag);
        var limits = one.Share!;
        return FaultOf(all.At(one.Time.Instant, 0)) is { } fault
            ? FoundShare.None(fault)
            : new(
                all.AtLeast(limits.AtLeast).And(all.AtMost(limits.AtMost)),
                instant => PercentText.Of(all.ShareAt(instant)),
                null);
    }

    // The first instant at which an expectation doesn't hold; null if it does.
    private static DateTimeOffset? Broken(ExpectedTime time, Periods periods) => !time.IsUntil
        ? periods.HoldAt(time.Instant) ? null : time.Instant
        : periods.FirstOutside(time.From ?? DateTimeOffset.MinValue) is { } broken && broken < time.Instant ? broken
        : null;

    private Explanation Ask(ConfigFlag flag, string host, DateTimeOffset instant) => new(
        flag.Section, flag.Key, host, instant,
        AskedConfig.FlagOf(config.At(instant), flag.Section, flag.Key).Explain(host));

    private static string? FaultOf(Evaluation<JsonElement> answer) => answer switch
    {
        { Side: Side.Default } => answer.Error ?? "the default answers",
        { Reason: EvaluationReason.Interpolated } =>
            "the flag is interpolated, so that all have the same number: expect a value",
        _ => null,
    };

    private static bool Fits(JsonNode expected, string found)
    {
        using var one = JsonDocument.Parse(JsonText.Write(expected));
        using var other = JsonDocument.Parse(
            found, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        return JsonElement.DeepEquals(one.RootElement, other.RootElement);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private sealed record FoundShare(Periods Periods, Func<DateTimeOffset, string> At, string? Fault)
    {
        public static FoundShare None(string fault) => new(Periods.Never, _ => "", fault);
    }
}
