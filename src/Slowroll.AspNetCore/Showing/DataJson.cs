using System.Text.Json;
using Slowroll.AspNetCore.Reading;
using Slowroll.Planning.Flags;
using Slowroll.Planning.Page;
using Slowroll.Planning.Texts;
using Slowroll.Texts;

namespace Slowroll.AspNetCore.Showing;

/// <summary>Writes what the page shows as JSON.</summary>
internal sealed class DataJson(ShownPage page, Utf8JsonWriter json)
{
    /// <summary>How many flags of a config an answer has.</summary>
    public const int PageSize = 100;

    private const int MostLocks = 100;

    /// <summary>Writes it.</summary>
    public void Write()
    {
        json.WriteStartObject();
        json.WriteString("title", page.Title);
        json.WriteString("at", page.At.UtcDateTime);
        json.WriteStartArray("configs");
        for (var i = 0; i < page.Configs.Count; i++)
            WriteConfig(page.Configs[i], page.FlagsOf(i, PageSize));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteConfig(ShownConfig shown, FlagPage flags)
    {
        var status = shown.Status;
        json.WriteStartObject();
        json.WriteString("name", shown.Name);
        json.WriteString("source", OneLine.Message(status.Source));
        json.WriteString("origin", status.Origin switch
        {
            ConfigOrigin.None => "none",
            ConfigOrigin.Fixed => "fixed",
            ConfigOrigin.Cache => "cache",
            _ => "source",
        });
        json.WriteString("etag", status.ETag);
        json.WriteNumber("bytes", status.Utf8Json.Length);
        WriteInstant("confirmedAt", status.ConfirmedAt);
        WriteSeconds("ageSeconds", status.Age);
        WriteInstant("nextPollAt", status.NextPollAt);
        json.WriteNumber("consecutiveFailures", status.ConsecutiveFailures);
        json.WriteString("lastError", status.LastError is { } error ? OneLine.Message(error) : null);
        WriteInstant("rampsStoppedAt", status.RampsStoppedAt);
        WriteSeconds("clockSkewSeconds", status.ClockSkew);
        json.WriteString("locksFile", status.LocksFile is { } file ? OneLine.Message(file) : null);
        json.WriteNumber("lockCount", status.Locks.Count);
        WriteList("locks", status.Locks.Take(MostLocks), WriteLock);
        json.WriteString("error", shown.Overview.Error is { } why ? OneLine.Message(why) : null);
        json.WriteNumber("flagCount", shown.Overview.Flags.Count);
        json.WriteNumber("found", flags.Total);
        json.WriteNumber("page", flags.Number);
        json.WriteNumber("pages", flags.Pages);
        WriteList("flags", flags.Flags, flag => WriteFlag(shown, flag));
        json.WriteEndObject();
    }

    private void WriteLock(FlagLock its)
    {
        json.WriteStartObject();
        json.WriteString("flag", OneLine.Of(its.Flag));
        json.WriteString("side", StatusFacts.SideOf(its));
        json.WriteString("origin", its.Origin switch
        {
            LockOrigin.Option => "option",
            LockOrigin.Environment => "environment",
            _ => "file",
        });
        json.WriteEndObject();
    }

    private void WriteFlag(ShownConfig shown, FlagState state)
    {
        var (flag, at) = (state.Flag, shown.Overview.At);
        json.WriteStartObject();
        json.WriteString("name", flag.Name);
        json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(state.Kind.ToString()));
        json.WriteString("stable", flag.Rollout is { } known ? FlagWords.Value(known.Stable) : flag.Stable);
        json.WriteString("new", flag.Rollout is { } rollout ? FlagWords.Value(rollout.New) : null);
        json.WriteString("lock", shown.LockOf(flag) is { } its ? StatusFacts.SideOf(its) : null);
        json.WriteNumber("earlyAdopters", flag.Rollout?.EarlyAdopters.Count ?? 0);
        json.WriteNumber("earlyAdopterPatterns", flag.Rollout?.Patterns.Count ?? 0);
        WriteList("words", StateWords.Of(state, shown.LockOf(flag), at), json.WriteStringValue);
        WriteList("groups", state.Moves?.Groups.Zip(state.Plan!.Groups) ?? [], group =>
            WriteGroup(group.First.Name, group.Second));
        json.WriteEndObject();
    }

    private void WriteGroup(string name, PlannedGroup group)
    {
        var state = group.State;
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteNumber("share", state.Percent);
        json.WriteString("phase", JsonNamingPolicy.CamelCase.ConvertName(state.Phase.ToString()));
        WriteInstant("endsAt", ShortTime.InstantOf(state.End));
        WriteInstant("rollbackFrom", ShortTime.InstantOf(state.RollbackFrom));
        json.WriteString("standstill", state.Standstill is { } still ? CourseEvents.TextOf(still) : null);
        WriteInstant("nextAt", group.Next is { } next ? ShortTime.InstantOf(next.At) : null);
        json.WriteString("next", group.Next?.Text);
        json.WriteEndObject();
    }

    private void WriteList<T>(string name, IEnumerable<T> all, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var each in all)
            write(each);
        json.WriteEndArray();
    }

    private void WriteInstant(string name, DateTimeOffset? at)
    {
        if (at is { } known)
            json.WriteString(name, known.UtcDateTime);
        else
            json.WriteNull(name);
    }

    private void WriteSeconds(string name, TimeSpan? time)
    {
        if (time is { } known)
            json.WriteNumber(name, Math.Round(known.TotalSeconds, 1));
        else
            json.WriteNull(name);
    }
}
