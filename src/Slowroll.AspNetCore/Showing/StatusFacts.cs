using System.Globalization;
using Slowroll.Planning.Page;
using Slowroll.Planning.Texts;
using Slowroll.Texts;

namespace Slowroll.AspNetCore.Showing;

/// <summary>Says what is in force and how fresh it is.</summary>
internal sealed class StatusFacts(ConfigStatus status, DateTimeOffset now)
{
    private const int FailuresUntilBad = 3;
    private static readonly TimeSpan FairSkew = TimeSpan.FromSeconds(5);

    /// <summary>The facts, as a list of terms.</summary>
    public Html Write() => Html.Join(All().Select(fact => Html.Markup(
        $"<div{(fact.IsLong ? " class=\"wide\"" : "")}><dt>{(Html)fact.Name}</dt>"
            + $"<dd{(fact.IsBad ? " class=\"bad\"" : "")}>{Html.Sentence(fact.Text)}</dd></div>\n")));

    private IEnumerable<(string Name, string Text, bool IsBad, bool IsLong)> All()
    {
        if (status.Source.Length > 0)
            yield return ("Source", OneLine.Message(status.Source), false, true);
        yield return ("In force", Origin(), status.Origin == ConfigOrigin.None, false);
        if (status.ETag is { } etag)
            yield return ("ETag", etag, false, false);
        if (status.ConfirmedAt is { } confirmed)
            yield return ("Confirmed by the source", Moment(confirmed), status.RampsStoppedAt is not null, false);
        if (status.NextPollAt is { } next)
            yield return ("Next poll", Moment(next), false, false);
        if (status.ClockSkew is { } skew)
        {
            yield return (
                "Clock of the source", skew.Duration() < TimeSpan.FromSeconds(1) ? "as this machine's"
                    : $"{Countdown.Length(skew.Duration())} {(skew < TimeSpan.Zero ? "behind" : "ahead")}",
                skew.Duration() > FairSkew, false);
        }

        if (status.ConsecutiveFailures > 0 || status.LastError is not null)
        {
            yield return (
                "Refreshes",
                $"{Amount.Of(status.ConsecutiveFailures, "failure")} in a row"
                    + (status.LastError is { } error ? $": {OneLine.Message(error)}" : ""),
                status.ConsecutiveFailures >= FailuresUntilBad, true);
        }

        if (status.RampsStoppedAt is { } stopped)
        {
            yield return (
                "Ramps", $"stand still since {Moment(stopped)}, since the config is too old. What is shown is for that "
                    + "instant.", true, true);
        }

        if (status.Locks.Count > 0 || status.LocksFile is not null)
            yield return ("Locks of this machine", Locks(), false, true);
    }

    private string Origin() => status.Origin switch
    {
        ConfigOrigin.None => "no config yet: every flag answers its default",
        ConfigOrigin.Fixed => $"fixed, {Size}",
        ConfigOrigin.Cache => $"from the disk cache, {Size}",
        _ => $"from the source, {Size}",
    };

    private string Size => Amount.Of(status.Utf8Json.Length, "byte");

    private string Locks()
    {
        var file = status.LocksFile is { } path ? $"locks file: {OneLine.Message(path)}" : "";
        return status.Locks.Count == 0
            ? $"none; {file}"
            : OneLine.List(", ", status.Locks, each => $"{OneLine.Of(each.Flag)} on {SideOf(each)} ({OriginOf(each)})")
                + (file.Length > 0 ? $"; {file}" : "");
    }

    /// <summary>The side of a lock.</summary>
    public static string SideOf(FlagLock each) => each.Side == Side.New ? "new" : "stable";

    /// <summary>Where a lock comes from.</summary>
    public static string OriginOf(FlagLock each) => each.Origin switch
    {
        LockOrigin.Option => "options of the program",
        LockOrigin.Environment => "environment",
        _ => "locks file",
    };

    private string Moment(DateTimeOffset at)
    {
        var seconds = at.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerSecond));
        return $"{seconds.UtcDateTime.ToString("ddd yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}, "
            + Countdown.Of(at, now);
    }
}
