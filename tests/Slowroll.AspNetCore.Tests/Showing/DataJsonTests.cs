using System.Text.Json;

namespace Slowroll.AspNetCore.Tests.Showing;

/// <summary>The fields that the documentation names.</summary>
public class DataJsonTests
{
    [Fact]
    public async Task It_has_what_the_page_shows()
    {
        await using var host = await PageHost.StartAsync(at: PageHost.At, options: its =>
            its.Locks.Add(new("features", "fast_index"), Side.New));

        var data = await host.GetJsonAsync("/slowroll/data");

        Assert.Equal(["title", "at", "configs"], Names(data));
        var config = Assert.Single(data.GetProperty("configs").EnumerateArray());
        Assert.Equal(
            [
                "name", "source", "origin", "etag", "bytes", "confirmedAt", "ageSeconds", "nextPollAt",
                "consecutiveFailures", "lastError", "rampsStoppedAt", "clockSkewSeconds", "locksFile", "lockCount",
                "locks", "error", "flagCount", "found", "page", "pages", "flags",
            ],
            Names(config));
        Assert.Equal(
            ("Shop.Flags", "the test's store", "source", "\"1\"", 7),
            (Text(config, "name"), Text(config, "source"), Text(config, "origin"), Text(config, "etag"),
                config.GetProperty("flagCount").GetInt32()));
        Assert.Equal("2030-12-19T09:30:00Z", Text(data, "at"));
        Assert.Equal(
            """{"flag":"features.fast_index","side":"new","origin":"option"}""",
            JsonSerializer.Serialize(config.GetProperty("locks")[0]));
        var flags = config.GetProperty("flags").EnumerateArray().ToList();
        Assert.Equal(
            ["moving", "moving", "stopped", "invalid", "ended", "unscheduled", "withoutNew"],
            flags.Select(flag => Text(flag, "state")));
        Assert.Equal(
            [
                "name", "state", "stable", "new", "lock", "earlyAdopters", "earlyAdopterPatterns", "words", "groups",
            ],
            Names(flags[0]));
        var wave = flags[0].GetProperty("groups")[1];
        Assert.Equal(
            ["name", "share", "phase", "endsAt", "rollbackFrom", "standstill", "nextAt", "next"], Names(wave));
        Assert.Equal(
            ("new", "wave 2 (eu)", 2.6875, "moving", "2030-12-27T16:00:00Z", "2030-12-19T16:00:00Z"),
            (Text(flags[0], "lock"), Text(wave, "name"), wave.GetProperty("share").GetDouble(), Text(wave, "phase"),
                Text(wave, "endsAt"), Text(wave, "nextAt")));
    }

    internal static List<string> Names(JsonElement value) => [.. value.EnumerateObject().Select(member => member.Name)];

    internal static string? Text(JsonElement value, string name) => value.GetProperty(name).GetString();
}
