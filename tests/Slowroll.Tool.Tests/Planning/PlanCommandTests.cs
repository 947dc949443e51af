using System.Text;
using System.Text.Json;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Planning;

/// <summary>What the command says, and what it makes of odd configs.</summary>
public sealed class PlanCommandTests : IDisposable
{
    private const string Ramp = """ "stable": 1, "new": 2, "start_time": "2030-03-04 09:00Z", "duration": "10h" """;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task The_first_line_says_how_many_move_and_what_is_next()
    {
        var run = await PlanAsync(
            $$"""{ "features": { "a": { {{Ramp}} }, "b": { "stable": 1 } } }""", "--at", "2030-03-04 05:40Z");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.StartsWith(
            "1 of 2 flags moves; next: features.a starts towards 100 % in 3 h 20 min (Mon 2030-03-04 09:00Z).",
            run.Output, StringComparison.Ordinal);
        Assert.Contains("1 other flag has no rollout that moves.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flag_that_can_not_be_read_is_listed_with_the_reason()
    {
        var run = await PlanAsync(
            "{ \"features\": {\n  \"a\": { \"stable\": 1, \"new\": 2, \"duration\": \"1h\" } } }");

        Assert.Contains("features.a can't be read (line 2, column ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_still_is_said_with_the_cause()
    {
        var run = await PlanAsync(
            $$"""
            { "features": {
              "a": { {{Ramp}}, "freezes": [{ "from": "2030-03-04 10:00Z", "reason": "too\u001b[31m many\nerrors" }] },
              "b": { {{Ramp}}, "hours": "Mon-Fri 12:00-13:00Z" },
              "c": { {{Ramp}}, "hours": "Mon-Fri 12:00-13:00Z" }
            } }
            """,
            "--at", "2030-03-04 11:00Z");

        Assert.Contains(
            @"features.a stands still without an end (freeze: too\u001B[31m many\u000Aerrors)", run.Output,
            StringComparison.Ordinal);
        Assert.Contains(
            "features.b and features.c stand still until Mon 2030-03-04 12:00Z (outside of the hours), in 1 h.",
            run.Output, StringComparison.Ordinal);
        Assert.StartsWith("2 of 3 flags move;", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5%", 1)]
    [InlineData("10.1%", 0)]
    [InlineData("0%", 1)]
    public async Task A_limit_without_hosts_compares_shares(string limit, int exitCode) =>
        Assert.Equal(
            (ExitCode)exitCode,
            (await PlanAsync(
                $$"""{ "features": { "a": { {{Ramp}} } } }""", "--at", "2030-03-04 05:00Z", "--max-per-hour", limit))
            .ExitCode);

    [Fact]
    public async Task A_limit_is_of_the_hosts_and_the_hour_is_named()
    {
        var hosts = _workspace.Write("hosts.txt", string.Join('\n', Enumerable.Range(0, 100)));
        string[] options = ["--at", "2030-03-04 05:00Z", "--hosts", hosts, "--max-per-hour"];
        const string Two = $$"""
            { "features": { "a": { {{Ramp}} }, "b": { {{Ramp}} }, "c": { "stable": 1, "new": 2, "salt": "c",
              "start_time": "2030-03-04 12:30Z", "steps": [{ "pct": 40 }], "early_adopters": ["1", "2"] } } }
            """;

        var run = await PlanAsync(Two, [.. options, "30"]);

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.Contains(
            "1 hour switches more than 30 of the 100 hosts until Wed 2031-03-05 05:00Z.", run.Output,
            StringComparison.Ordinal);
        Assert.Contains("  Mon 2030-03-04 12:00Z with ", run.Output, StringComparison.Ordinal);
        Assert.Contains("features.c alone is above the limit", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, (await PlanAsync(Two, [.. options, "60"])).ExitCode);
    }

    [Fact]
    public async Task Who_is_in_a_wave_is_not_known_without_hosts_and_counts_as_all()
    {
        const string Waves = $$"""
            { "$slowroll": { "audiences": { "few": { "keys": ["a"] } } },
              "features": { "a": { {{Ramp}}, "waves": [{ "audience": "few", "duration": "1h" }, {}] } } }
            """;

        var run = await PlanAsync(Waves, "--at", "2030-03-04 05:00Z", "--max-per-hour", "50%");

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.Contains("features.a, wave 1 (few) (at most 100 %)", run.Output, StringComparison.Ordinal);
        Assert.Contains("It takes --hosts to know who is in", run.Output, StringComparison.Ordinal);
        var hosts = _workspace.Write("hosts.txt", string.Join('\n', Enumerable.Range(0, 50)) + "\na");
        Assert.Equal(ExitCode.Success, (await PlanAsync(
            Waves, "--at", "2030-03-04 05:00Z", "--max-per-hour", "50%", "--hosts", hosts)).ExitCode);
    }

    [Theory]
    [InlineData("--max-per-hour", "5")]
    [InlineData("--max-per-hour", "-5%")]
    [InlineData("--max-per-hour", "101%")]
    [InlineData("--max-per-hour", "5%%")]
    [InlineData("--max-per-hour", "99999999999999999999999999999999999999999%")]
    [InlineData("--max-per-hour", "")]
    [InlineData("--until", "2030-03-04 04:00Z")]
    [InlineData("--until", "2060-03-04")]
    [InlineData("--at", "soon")]
    [InlineData("--hasher", "md5")]
    [InlineData("--format", "sarif")]
    public async Task Wrong_options_are_wrong_usage(string option, string value)
    {
        string[] at = option == "--at" ? [] : ["--at", "2030-03-04 05:00Z"];

        var run = await PlanAsync("{}", [.. at, option, value]);

        Assert.Equal((ExitCode.WrongUsage, ""), (run.ExitCode, run.Output));
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_config_that_a_program_rejects_is_not_readable()
    {
        var run = await PlanAsync("{\n  \"$slowroll\": { \"freeze\": [] } }");

        Assert.Equal((ExitCode.NotReadable, ""), (run.ExitCode, run.Output));
        Assert.Contains("Line 2, column ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "The config has no flags.")]
    [InlineData("""{ "features": { "a": {} } }""", "None of 1 flag moves.")]
    [InlineData(
        """{ "features": { "a": { "stable": 1, "new": 2, "start_time": "9999-12-30 00:00Z", "duration": "3d" } } }""",
        "1 of 1 flag moves;")]
    [InlineData(
        """{ "features": { "a": { "stable": 1, "new": 2, "start_time": "0001-01-01 00:00Z", "duration": "3000000d" } } }""",
        "1 of 1 flag moves;")]
    [InlineData(
        """{ "features": { "a": { "stable": 1, "new": 2, "start_time": "2030-01-01 00:00Z", "duration": "99999999d", "hours": "Mon 00:00-00:01Z" } } }""",
        "1 of 1 flag moves;")]
    [InlineData(
        """{ "features": { "a": { "stable": 1, "new": 2, "start_time": "2030-01-01 00:00Z", "duration": "1d", "hours": "" } } }""",
        "None of 1 flag moves.")]
    [InlineData(
        """{ "features": { "a": { "stable": 1, "new": 2, "start_time": "2030-01-01 00:00Z", "steps": [{ "pct": 1e-9, "over": "1d" }] } } }""",
        "")]
    [InlineData(
        """{ "features": { "a": { "stable": 1, "new": 2, "end_time": "0001-01-01 00:00Z", "duration": "0s", "rollback": { "from": "0001-01-01 00:00Z" } } } }""",
        "None of 1 flag moves.")]
    [InlineData(
        """{ "features": { "a": { "stable": 1, "new": 2, "end_time": "2030-03-04 00:00Z", "duration": "1d", "rollback": { "from": "9999-12-31 23:59Z", "over": "9d" } } } }""",
        "1 of 1 flag moves;")]
    public async Task Odd_configs_have_a_plan_in_every_format(string config, string start)
    {
        var hosts = _workspace.Write("hosts.txt", "a\nb\nc");
        foreach (var format in new[] { "text", "json", "markdown" })
        {
            foreach (var at in new[] { "0001-01-01", "2030-03-03 12:00Z", "9999-12-31 23:00Z" })
            {
                var run = await PlanAsync(
                    config, "--at", at, "--hosts", hosts, "--format", format, "--max-per-hour", "100%");

                Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
                if (at[0] == '2' && format == "text")
                    Assert.StartsWith(start, run.Output, StringComparison.Ordinal);
                if (format == "json")
                    JsonDocument.Parse(run.Output).Dispose();
            }
        }
    }

    [Fact]
    public async Task Two_thousand_steps_are_refused_and_said()
    {
        var steps = string.Join(",", Enumerable.Range(1, 2000).Select(i => $$"""{ "pct": {{i / 20.0}} }"""));

        var run = await PlanAsync(
            $$"""{ "features": { "a": { "stable": 1, "new": 2, "start_time": "2030-03-04 00:00Z", "steps": [{{steps}}] } } }""");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("features.a can't be read (line 1, ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_can_not_forge_lines_or_markup()
    {
        const string Config = $$"""
            { "fea\ntures": { "\u001b[31m[red]|<b>@a`": { {{Ramp}} } } }
            """;
        foreach (var format in new[] { "text", "markdown", "json" })
        {
            var run = await PlanAsync(Config, "--at", "2030-03-04 05:00Z", "--format", format);

            Assert.DoesNotContain('\u001b', run.Output);
            if (format == "markdown")
                Assert.DoesNotContain("<b>", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Json_has_the_same_numbers()
    {
        var hosts = _workspace.Write("hosts.txt", string.Join('\n', Enumerable.Range(0, 100)));

        var run = await PlanAsync(
            $$"""{ "features": { "a": { {{Ramp}} } } }""",
            "--at", "2030-03-04 14:00Z", "--hosts", hosts, "--format", "json");

        using var document = JsonDocument.Parse(run.Output);
        var root = document.RootElement;
        var group = root.GetProperty("flags")[0].GetProperty("groups")[0];
        Assert.Equal(50, group.GetProperty("share").GetDouble());
        Assert.Equal("moving", group.GetProperty("phase").GetString());
        Assert.Equal("2030-03-04T19:00:00Z", group.GetProperty("endsAt").GetString());
        Assert.Equal(
            100 - group.GetProperty("hostsOnNew").GetInt32(),
            root.GetProperty("hours").EnumerateArray().Sum(hour => hour.GetProperty("hosts").GetInt32()));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("limit").ValueKind);
    }

    [Fact]
    public async Task The_standard_input_is_read()
    {
        var run = await Workspace.RunAsync("{}", ["plan", "-"]);

        Assert.StartsWith("The config has no flags.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_gets_a_chart()
    {
        using StringWriter output = new(), error = new();
        Session session = new(output, error)
        {
            Input = () => new MemoryStream(Encoding.UTF8.GetBytes(
                $$"""{ "features": { "a": { {{Ramp}}, "hours": "Mon-Fri 08:00-13:00Z" } } }""")),
            Terminal = new(true, false, 80, false),
        };

        await new SlowrollCommand(session).RunAsync(["plan", "-", "--at", "2030-03-04 05:00Z"]);

        Assert.Matches("features\\.a +[▁▂▃]+·+[▄▅▆▇]+·+█", output.ToString());
    }

    private Task<Run> PlanAsync(string config, params string[] options) =>
        Workspace.RunAsync(["plan", _workspace.Write("app.json", config), .. options]);
}
