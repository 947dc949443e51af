using System.Globalization;
using Slowroll.Planning.Texts;
using Slowroll.Schemas.Naming;
using Slowroll.Texts;

namespace Slowroll.Tool.Expectations;

/// <summary>Says in words what is expected, and when it would hold.</summary>
internal static class ExpectedText
{
    /// <summary>The whole expectation, without the flag.</summary>
    public static string Of(Expectation one)
    {
        var who = one.Hosts switch
        {
            [] => "",
            [var host] => OneLine.Of(host),
            var hosts => Amount.Of(hosts.Count, "host"),
        };
        var fact = one.Share is { } share
            ? $"{Limits(share)} of {(who.Length > 0 ? who : "all hash keys")} have new"
            : $"{who} {(one.Hosts.Count > 1 ? "have" : "has")} {Fact(one)}";
        return $"{fact} {TimeOf(one.Time)}";
    }

    /// <summary>What is expected of one hash key: <c>new</c>, <c>stable</c> or a value.</summary>
    public static string Fact(Expectation one) => one.Has switch
    {
        Side.New => "new",
        Side.Stable => "stable",
        _ => MessageText.Json(one.Value!),
    };

    /// <summary>The limits of a share.</summary>
    public static string Limits(ShareLimits share) => share switch
    {
        { AtMost: 100 } => $"at least {Percent(share.AtLeast)}",
        { AtLeast: 0 } => $"at most {Percent(share.AtMost)}",
        _ => $"{Percent(share.AtLeast)} to {Percent(share.AtMost)}",
    };

    /// <summary>When something holds, seen from an instant at which it doesn't.</summary>
    /// <param name="periods">When it holds.</param>
    /// <param name="at">The instant.</param>
    /// <param name="fact">What it has, in words: <c>has new</c>, <c>is at most 5 %</c>.</param>
    /// <param name="past">The same of the past.</param>
    public static string When(Periods periods, DateTimeOffset at, string fact, string past)
    {
        string?[] parts =
        [
            periods.EndBefore(at) is { } end ? $"it {past} until {InstantText.Of(Second(end))}" : null,
            periods.BeginAfter(at) is { } exact && SecondFrom(exact) is var begin
                ? $"it {fact} from {InstantText.Of(begin)} on, {Countdown.Length(begin - at)} later"
                : null,
        ];
        var known = string.Join(", and ", parts.Where(part => part is not null));
        return known.Length > 0 ? known : periods.All.Count == 0 ? $"it never {fact}" : "";
    }

    // Nobody wants to read microseconds. It ends a little earlier, and begins a little later.
    private static DateTimeOffset Second(DateTimeOffset instant) =>
        instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));

    private static DateTimeOffset SecondFrom(DateTimeOffset instant) =>
        Second(instant) is var second && second < instant && second < DateTimeOffset.MaxValue.AddSeconds(-1)
            ? second.AddSeconds(1)
            : second;

    private static string TimeOf(ExpectedTime time) => time switch
    {
        { IsUntil: true, From: { } from } => $"from {InstantText.Of(from)} until {InstantText.Of(time.Instant)}",
        { IsUntil: true } => $"until {InstantText.Of(time.Instant)}",
        _ => $"{(time.Word == "by" ? "by" : "at")} {InstantText.Of(time.Instant)}",
    };

    private static string Percent(decimal percentage) =>
        percentage.ToString("0.#########", CultureInfo.InvariantCulture) + " %";
}
