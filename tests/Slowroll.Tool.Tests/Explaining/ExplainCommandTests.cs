using System.Globalization;
using System.Text.Json;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Explaining;

/// <summary>What <c>slowroll explain</c> says of flags and hash keys.</summary>
public sealed class ExplainCommandTests : IDisposable
{
    private const string Config = """
        {
          "$slowroll": {
            "audiences": { "eu": { "patterns": [".*\\.eu"] } },
            "freezes": [{ "from": "2030-03-05 10:00Z", "until": "2030-03-05 12:00Z", "reason": "line\nbreak" }]
          },
          "features": {
            "on": { "stable": false, "new": true, "start_time": "2030-03-04 09:00Z", "duration": "2d" },
            "waved": {
              "stable": "a", "new": "b", "start_time": "2030-03-04 09:00Z", "steps": [{ "pct": 100, "over": "1d" }],
              "waves": [{ "audience": "eu", "after": "1d" }], "early_adopters": ["first"]
            },
            "back": {
              "stable": 1, "new": 2, "end_time": "2030-03-01 00:00Z", "duration": "1d",
              "rollback": { "from": "2030-03-04 12:00Z", "over": "4h" }
            },
            "slots": {
              "stable": 0, "new": 10, "end_time": "2030-03-05 09:00Z", "duration": "2d", "interpolate": true
            },
            "plain": { "stable": "x" },
            "broken": { "stable": 1, "new": 2, "duration": "soon" }
          },
          "a.b": { "c": { "stable": 1 } },
          "a": { "b.c": { "stable": 2 }, "d.e": { "stable": 3 } }
        }
        """;

    private readonly Workspace _workspace = new();

    public ExplainCommandTests() => _workspace.Write("c.json", Config);

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("features.on web-1", "stable: false; gets new Wednesday 2030-03-06 02:29:")]
    [InlineData("features.on web-1", "position ")]
    [InlineData("features.on web-1", "step 1 of 1: from 0 % to 100 % since Monday 2030-03-04 09:00Z")]
    [InlineData("features.on web-1", "ends Wednesday 2030-03-06 11:00Z, in 2 d")]
    [InlineData("features.waved db.eu", "wave 1 of 1 (eu)")]
    [InlineData("features.waved db.us", "reason: in no wave of the flag")]
    [InlineData("features.waved first", "new: \"b\"")]
    [InlineData("features.back web-1", "new: 2; since Thursday 2030-02-28 ")]
    [InlineData("features.back web-1", "rollback of the flag from Monday 2030-03-04 12:00Z, everybody is back by "
        + "Monday 2030-03-04 16:00Z, in 1 h")]
    [InlineData("features.slots web-1", "between: 5; 54.167 % of the way")]
    [InlineData("features.plain web-1", "reason: the flag has no new")]
    [InlineData("features.broken web-1", "reason: its rollout can't be read")]
    public async Task One_flag_for_one_hash_key_is_explained_in_sentences(string arguments, string sentence)
    {
        var run = await ExplainAsync("2030-03-04 11:00Z", arguments.Split(' '));

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains(sentence, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_standstill_is_explained_on_one_line()
    {
        var run = await ExplainAsync("2030-03-05 11:00Z", "features.on", "web-1");

        Assert.Contains(
            "stands still until Tuesday 2030-03-05 12:00Z (freeze: line\\u000Abreak), in 1 h", run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_went_back_by_a_rollback_is_told_when()
    {
        var run = await ExplainAsync("2030-03-04 17:00Z", "features.back", "web-1");

        Assert.Contains("stable: 1; went back Monday 2030-03-04 ", run.Output, StringComparison.Ordinal);
        Assert.Contains("reason: rollback", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_hash_keys_come_from_the_standard_input()
    {
        var run = await Workspace.RunAsync(
            "web-1\r\n\nweb-2\nweb 3",
            ["explain", "features.on", "-", "web-4", "--config", _workspace["c.json"], "--at", "2030-03-20"]);

        var lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal(["web-1", "web-2", "web", "web-4"], lines[1..^1].Select(line => line.Trim().Split(' ')[0]));
        Assert.Equal("4 of 4 hash keys have new (100 %)", lines[^1]);
    }

    [Theory]
    [InlineData("web-1")]
    [InlineData("--all", "web-1")]
    public async Task Without_a_flag_all_flags_are_explained(params string[] arguments)
    {
        var run = await ExplainAsync("2030-03-04 11:00Z", arguments);

        Assert.Equal(1 + 9, run.Output.TrimEnd().Split('\n').Length);
        Assert.StartsWith("web-1 at Monday 2030-03-04 11:00Z\n  features.on ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The config has no flag 'features.onn' (did you mean 'features.on'?). To explain all flags to hash "
        + "keys, write --all.", "features.onn", "web-1")]
    [InlineData("The config has no flag 'on' (did you mean 'features.on'?).", "on", "web-1")]
    [InlineData("The config has no flag 'web-1'. To explain", "web-1", "web-2")]
    [InlineData("'features.on' is a flag: write the hash keys after it, or --all", "features.on")]
    [InlineData("'features.onn' is nearly 'features.on', a flag:", "features.onn")]
    [InlineData("'a.b.c' may be \"a\".b.c or \"a.b\".c: write the section in quotation marks.", "a.b.c", "web-1")]
    [InlineData("There is no hasher 'md5'; there are sha1 and xxhash3.", "a.d.e", "web-1", "--hasher", "md5")]
    [InlineData("The standard input has no hash key; write one on each line.", "a.d.e", "-")]
    public async Task A_name_that_is_not_clear_is_wrong_usage(string message, params string[] arguments)
    {
        var run = await ExplainAsync("2030-03-04", arguments);

        Assert.Equal((ExitCode.WrongUsage, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"slowroll: {message}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"a.b\".c", "1")]
    [InlineData("\"a\".b.c", "2")]
    [InlineData("\"a\".\"b.c\"", "2")]
    [InlineData("a.d.e", "3")]
    public async Task Names_may_have_dots(string flag, string value)
    {
        var run = await ExplainAsync("2030-03-04", flag, "web-1");

        Assert.Contains($"stable: {value}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_config_must_be_named()
    {
        var run = await Workspace.RunAsync("explain", "features.on", "web-1");

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.StartsWith("slowroll: Name the config:", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "Line 1, column ")]
    [InlineData("""{ "$slowroll": { "freeze": [] } }""", "Line 1, column ")]
    public async Task A_config_that_a_program_would_reject_is_not_readable(string config, string message)
    {
        _workspace.Write("c.json", config);

        var run = await ExplainAsync("2030-03-04", "features.on", "web-1");

        Assert.Equal((ExitCode.NotReadable, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_all_that_is_known()
    {
        var run = await ExplainAsync("2030-03-04 13:00Z", "--all", "db.eu", "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        var waved = json.RootElement.GetProperty("results").EnumerateArray().Single(Is("waved"));
        Assert.Equal("2030-03-04T13:00:00Z", json.RootElement.GetProperty("at").GetString());
        Assert.Equal("eu", waved.GetProperty("wave").GetProperty("audience").GetString());
        Assert.Equal("waiting", waved.GetProperty("step").GetProperty("phase").GetString());
        Assert.Equal("2030-03-06T11:00:00Z", waved.GetProperty("endsAt").GetString());
        var back = json.RootElement.GetProperty("results").EnumerateArray().Single(Is("back"));
        Assert.True(back.GetProperty("rollback").GetProperty("hasBegun").GetBoolean());
        var broken = json.RootElement.GetProperty("results").EnumerateArray().Single(Is("broken"));
        Assert.Equal(JsonValueKind.Null, broken.GetProperty("value").ValueKind);
        Assert.Equal("invalid", broken.GetProperty("reason").GetString());

        static Func<JsonElement, bool> Is(string key) => each => each.GetProperty("key").GetString() == key;
    }

    [Fact]
    public async Task Markdown_is_a_table_that_names_can_not_break()
    {
        var run = await ExplainAsync("2030-03-04", "features.on", "a|b<img>@all", "--format", "markdown");

        Assert.Contains(
            "| `features.on` | a&#124;b&#60;img&#62;&#64;all | stable |", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("xxhash3")]
    public async Task The_hasher_is_that_of_the_program(string hasher)
    {
        var run = await ExplainAsync("2030-03-04", "features.on", "web-1", "--format", "json", "--hasher", hasher);

        var bucket = hasher == "sha1" ? Hashers.Sha1("web-1") : Hashers.XxHash3("web-1");
        Assert.Contains(
            $"\"position\": {(bucket / 4294967296.0).ToString(CultureInfo.InvariantCulture)}", run.Output,
            StringComparison.Ordinal);
    }

    private Task<Run> ExplainAsync(string at, params string[] arguments) =>
        Workspace.RunAsync(["explain", "--config", _workspace["c.json"], "--at", at, .. arguments]);
}
