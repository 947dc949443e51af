using System.Text.Json;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Expectations;

/// <summary>What <c>slowroll test</c> says of expectations.</summary>
public sealed class TestCommandTests : IDisposable
{
    // web-1 is at 82.28 %, web-3 at 16.52 %.
    private const string Config = """
        {
          "$slowroll": { "audiences": { "eu": { "patterns": [".*\\.eu"] } } },
          "features": {
            "on": {
              "stable": false, "new": true, "start_time": "2030-03-04 00:00Z", "duration": "100h",
              "early_adopters": ["first"]
            },
            "back": {
              "stable": "a", "new": { "n": 1.0 /* one */ }, "start_time": "2030-03-04 00:00Z", "duration": "100h",
              "rollback": { "from": "2030-03-06 02:00Z" }
            },
            "waved": {
              "stable": 1, "new": 2, "start_time": "2030-03-04 00:00Z", "duration": "100h",
              "waves": [{ "audience": "eu" }, { "after": "5d" }]
            },
            "slots": { "stable": 0, "new": 100, "start_time": "2030-03-04 00:00Z", "duration": "100h", "interpolate": true },
            "plain": { "stable": "x" },
            "same": { "stable": 5, "new": 5, "start_time": "2030-03-04 00:00Z", "duration": "100h" },
            "broken": { "stable": 1, "new": 2, "duration": "soon" }
          }
        }
        """;

    private readonly Workspace _workspace = new();

    public TestCommandTests() => _workspace.Write("c.json", Config);

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("""{ "flag": "features.on", "host": "web-1", "has": "new", "by": "2030-03-07 12:00Z" }""")]
    [InlineData("""{ "flag": "features.on", "host": "web-1", "has": "stable", "at": "2030-03-07" }""")]
    [InlineData("""{ "flag": "features.on", "host": "web-1", "has": "stable", "until": "2030-03-07 10:00Z" }""")]
    [InlineData(
        """{ "flag": "features.on", "host": "web-1", "has": "new", "from": "2030-03-08", "until": "2031-01-01" }""")]
    [InlineData("""{ "flag": "features.on", "hosts": ["first"], "has": "new", "until": "9999-12-31" }""")]
    [InlineData("""{ "flag": "features.on", "at": "2030-03-04 15:00Z", "share": { "atLeast": 15, "atMost": 15 } }""")]
    [InlineData("""{ "flag": "features.on", "until": "2030-03-04 15:00Z", "share": { "atMost": 15 } }""")]
    [InlineData("""{ "flag": "features.on", "at": "2030-03-04", "share": { "atLeast": 0, "atMost": 0 } }""")]
    [InlineData("""{ "flag": "features.on", "by": "2030-03-10", "share": { "atLeast": 100 } }""")]
    [InlineData("""{ "flag": "features.back", "at": "2030-03-06 02:00Z", "share": { "atMost": 0 } }""")]
    [InlineData("""{ "flag": "features.back", "until": "9999-12-31", "share": { "atMost": 50 } }""")]
    [InlineData("""{ "flag": "features.back", "host": "web-3", "at": "2030-03-06", "value": { "n": 1 } }""")]
    [InlineData("""{ "flag": "features.back", "host": "web-3", "at": "2030-03-06 02:00Z", "value": "a" }""")]
    [InlineData(
        """{ "flag": "features.waved", "hosts": ["a.eu", "b"], "at": "2030-03-09", "share": { "atLeast": 50, "atMost": 50 } }""")]
    [InlineData("""{ "flag": "features.slots", "host": "web-1", "at": "2030-03-06 02:00Z", "value": 50 }""")]
    [InlineData(
        """{ "flag": "features.plain", "host": "web-1", "value": "x", "until": "9999-12-31", "because": "y", "x-z": 1 }""")]
    [InlineData(
        """{ "flag": "features.same", "host": "web-1", "value": 5.0, "until": "9999-12-31", "$comment": "" }""")]
    [InlineData("""{ "flag": "features.plain", "share": { "atMost": 0 }, "at": "2030-03-06" }""")]
    public async Task An_expectation_holds(string expectation)
    {
        var run = await TestAsync(expectation);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.EndsWith("c.json, all hold\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """{ "flag": "features.on", "host": "web-1", "has": "new", "by": "2030-03-05 12:00Z" }""",
        "web-1 has stable then, at Tuesday 2030-03-05 12:00Z; it gets new from Thursday 2030-03-07 10:16:")]
    [InlineData(
        """{ "flag": "features.on", "host": "web-1", "has": "stable", "at": "2030-03-08", "because": "x\ny" }""",
        "web-1 has new then, at Friday 2030-03-08 00:00Z; it had stable until Thursday 2030-03-07 10:16:")]
    [InlineData(
        """{ "flag": "features.on", "host": "web-1", "has": "stable", "until": "2030-03-08" }""",
        "web-1 has new at Thursday 2030-03-07 10:16:")]
    [InlineData(
        """{ "flag": "features.on", "host": "first", "has": "stable", "until": "2030-03-08" }""",
        "first has new at Monday 0001-01-01 00:00Z; it never has stable")]
    [InlineData(
        """{ "flag": "features.on", "at": "2030-03-04 20:00Z", "share": { "atMost": 15 } }""",
        "the share is 20 % at Monday 2030-03-04 20:00Z; it was at most 15 % until Monday 2030-03-04 15:00Z")]
    [InlineData(
        """{ "flag": "features.on", "at": "2030-03-04 20:00Z", "share": { "atLeast": 30, "atMost": 40 } }""",
        "the share is 20 % at Monday 2030-03-04 20:00Z; it is 30 % to 40 % from Tuesday 2030-03-05 06:00Z on, 10 h la")]
    [InlineData(
        """{ "flag": "features.back", "at": "2030-03-08", "share": { "atLeast": 10 } }""",
        "the share is 0 % at Friday 2030-03-08 00:00Z; it was at least 10 % until Wednesday 2030-03-06 02:00Z")]
    [InlineData(
        """{ "flag": "features.back", "at": "2030-03-08", "share": { "atLeast": 60 } }""",
        "the share is 0 % at Friday 2030-03-08 00:00Z; it never is at least 60 %")]
    [InlineData(
        """{ "flag": "features.on", "hosts": ["web-1", "web-3"], "at": "2030-03-06 12:00Z", "share": { "atMost": 0 } }""",
        "the share is 50 % (1 of 2 hosts) at Wednesday 2030-03-06 12:00Z; it was at most 0 % until Monday 2030-03-04")]
    [InlineData(
        """{ "flag": "features.waved", "at": "2030-03-06", "share": { "atMost": 5 } }""",
        "the flag has waves, and nobody knows how many hosts are in each: name \"hosts\"")]
    [InlineData("""{ "flag": "features.back", "host": "web-3", "at": "2030-03-06", "value": 1 }""",
        "web-3 has {\"n\":1.0} then, at Wednesday 2030-03-06 00:00Z; it never has 1")]
    [InlineData("""{ "flag": "features.slots", "host": "web-1", "at": "2030-03-06", "value": 50 }""",
        "web-1 has 48 then")]
    [InlineData("""{ "flag": "features.slots", "host": "web-1", "at": "2030-03-06", "has": "new" }""",
        "the flag is interpolated, so that all have the same number: expect a value")]
    [InlineData("""{ "flag": "features.onn", "host": "web-1", "at": "2030-03-06", "has": "new" }""",
        "the config has no such flag (did you mean 'features.on'?)")]
    [InlineData("""{ "flag": "features.broken", "host": "web-1", "at": "2030-03-06", "has": "stable" }""",
        "duration")]
    [InlineData("""{ "flag": "features.broken", "share": { "atMost": 100 }, "at": "2030-03-06" }""", "duration")]
    public async Task A_failure_says_what_was_found_and_when_it_would_hold(string expectation, string sentence)
    {
        var run = await TestAsync(expectation);

        Assert.Equal((ExitCode.Found, ""), (run.ExitCode, run.Error));
        Assert.Contains("1 failed\n  (3,5) features.", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\n    {(sentence == "duration" ? "" : sentence)}", run.Output, StringComparison.Ordinal);
        Assert.Contains(sentence, run.Output, StringComparison.Ordinal);
        Assert.Equal(3, run.Output.TrimEnd().Split('\n').Length);
    }

    [Theory]
    [InlineData("{", "(1,2): error: This is no JSON:")]
    [InlineData("[]", "(1,1): error: A spec is an object")]
    [InlineData("{}", "(1,1): error: \"expectations\" is missing")]
    [InlineData("""{ "expectations": [] }""", "(1,19): error: \"expectations\" is missing")]
    [InlineData("""{ "expectation": [] }""",
        "(1,3): error: A spec has no member 'expectation' (did you mean 'expectations'?)")]
    [InlineData("""{ "expectations": [1] }""", "(1,20): error: An expectation is an object")]
    [InlineData("""{ "expectations": [{}] }""", "(1,20): error: \"flag\" is missing")]
    [InlineData("""{ "config": 1, "expectations": [{}] }""", "(1,13): error: \"config\" is a text.")]
    [InlineData("""{ "hasher": "md5", "expectations": [{}] }""", "(1,13): error: There are two hashers")]
    [InlineData("""{ "hosts": [], "expectations": [{}] }""", "(1,12): error: \"hosts\" is a list of texts")]
    [InlineData("""{ "config": "a", "config": "b", "expectations": [{}] }""", "(1,18): error: 'config' is there twice")]
    public async Task A_mistake_in_a_spec_is_reported_at_its_place(string spec, string message)
    {
        _workspace.Write("s.json", spec);

        var run = await Workspace.RunAsync("test", _workspace["s.json"]);

        Assert.Equal((ExitCode.NotReadable, ""), (run.ExitCode, run.Output));
        Assert.Contains(_workspace["s.json"] + message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "host": "a", "has": "new", "by": "2030-03-05", "hots": 1 """,
        "has no member 'hots' (did you mean 'host'?)")]
    [InlineData(""" "host": "a", "has": "old", "by": "2030-03-05" """, "\"has\" is \"new\" or \"stable\".")]
    [InlineData(""" "host": "a", "has": "new", "value": 1, "by": "2030-03-05" """,
        "It must be said once what is expected")]
    [InlineData(""" "host": "a", "by": "2030-03-05" """, "It must be said once what is expected")]
    [InlineData(""" "host": "a", "has": "new" """, "It must be said once when")]
    [InlineData(""" "host": "a", "has": "new", "by": "soon" """, "This is no instant")]
    [InlineData(""" "host": "a", "has": "new", "by": 5 """, "This is a text, in quotation marks.")]
    [InlineData(""" "host": 5, "has": "new", "by": "2030-03-05" """, "This is a text, in quotation marks.")]
    [InlineData(""" "has": "new", "by": "2030-03-05" """, "It isn't said for whom")]
    [InlineData(""" "host": "a", "hosts": ["b"], "has": "new", "by": "2030-03-05" """, "are both there")]
    [InlineData(""" "share": 5, "by": "2030-03-05" """, "\"share\" is an object")]
    [InlineData(""" "share": {}, "by": "2030-03-05" """, "\"share\" is an object")]
    [InlineData(""" "share": { "atMost": 101 }, "by": "2030-03-05" """, "\"atMost\" is a number from 0 to 100")]
    [InlineData(""" "share": { "atMost": 1e999 }, "by": "2030-03-05" """, "\"atMost\" is a number from 0 to 100")]
    [InlineData(""" "share": { "atLeast": 2, "atMost": 1 }, "by": "2030-03-05" """, "\"atLeast\" is more than")]
    [InlineData(""" "share": { "most": 1 }, "by": "2030-03-05" """, "A share has no member 'most'")]
    [InlineData(""" "host": "a", "has": "new", "from": "2030-03-05", "by": "2030-03-05" """,
        "\"from\" goes with \"until\"")]
    [InlineData(""" "host": "a", "has": "new", "from": "2030-03-05", "until": "2030-03-05" """,
        "\"from\" is before \"until\"")]
    public async Task A_mistake_in_an_expectation_is_reported_at_its_place(string members, string message)
    {
        var run = await TestAsync($$"""{ "flag": "features.on", {{members}} }""");

        Assert.Equal((ExitCode.NotReadable, ""), (run.ExitCode, run.Output));
        Assert.Matches(@"s\.json\(3,\d+\): error: ", run.Error);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_may_be_in_a_file_beside_the_spec_and_many_failures_are_counted()
    {
        _workspace.Write("hosts.txt", "# all\n" + string.Join('\n', Enumerable.Range(0, 1000).Select(i => $"h{i}")));
        _workspace.Write("s.json", """
            { "config": "c.json", "hosts": "hosts.txt", "expectations": [
              { "flag": "features.on", "has": "new", "at": "2030-03-01" },
              { "flag": "features.on", "share": { "atLeast": 45, "atMost": 55 }, "at": "2030-03-06 02:00Z" }
            ] }
            """);

        var run = await Workspace.RunAsync("test", _workspace["s.json"]);

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.EndsWith("    and 980 more\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("features.on: 1,000 hosts have new at Friday", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_all_expectations()
    {
        var run = await TestAsync(
            """{ "flag": "features.on", "host": "web-1", "has": "new", "by": "2030-03-05" }""", "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(1, json.RootElement.GetProperty("failed").GetInt32());
        var one = json.RootElement.GetProperty("specs")[0].GetProperty("expectations")[0];
        Assert.Equal(3, one.GetProperty("line").GetInt32());
        Assert.Equal("web-1", one.GetProperty("failures")[0].GetProperty("host").GetString());
    }

    [Fact]
    public async Task Annotations_have_one_line_whatever_names_are()
    {
        var run = await TestAsync(
            """{ "flag": "features.on", "host": "a\n::error::b,c", "has": "new", "by": "2030-03-01" }""",
            "--format", "github");

        Assert.Equal("", run.Error);
        var lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Matches(
            @"^::error file=[^:]*s\.json,line=3,col=5,title=features\.on%3A a\\u000A%3A%3Aerror%3A%3Ab%2Cc has new",
            lines[0]);
        Assert.Equal("0 of 1 expectations hold", lines[1]);
    }

    [Fact]
    public async Task A_spec_without_a_config_needs_one()
    {
        _workspace.Write(
            "s.json", """{ "expectations": [{ "flag": "a.b", "host": "c", "has": "new", "at": "2030-01-01" }] }""");

        var run = await Workspace.RunAsync("test", _workspace["s.json"]);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("names no config: write \"config\" into it, or --config.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_of_specs_is_printed()
    {
        var run = await Workspace.RunAsync("test", "--schema");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.True(json.RootElement.GetProperty("$defs").TryGetProperty("expectation", out _));
    }

    private Task<Run> TestAsync(string expectation, params string[] options)
    {
        _workspace.Write("s.json", $$"""
            {
              "config": "c.json", "expectations": [
                {{expectation}}
              ]
            }
            """);
        return Workspace.RunAsync(["test", _workspace["s.json"], .. options]);
    }
}
