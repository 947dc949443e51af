using System.Globalization;
using System.Text;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Comparing;
using Slowroll.Tool.Explaining;
using Slowroll.Tool.Hosts;

namespace Slowroll.Tool.Tests.Comparing;

/// <summary>Who switches is what the running program says before and after.</summary>
public class ConfigDiffTests
{
    private const int Fleet = 400;

    private static readonly string[] Rollouts =
    [
        """ "start_time": "2030-03-04 09:00Z", "duration": "5d" """,
        """ "start_time": "2030-03-04 09:00Z", "duration": "9d" """,
        """ "start_time": "2030-03-04 09:00Z", "duration": "5d", "salt": "x" """,
        """ "start_time": "2030-03-04 09:00Z", "duration": "5d", "salt": "y", "start_pct": 20 """,
        """ "start_time": "2030-03-02 09:00Z", "steps": [{ "pct": 30, "hold": "3d" }, { "pct": 80, "over": "2d" }] """,
        """ "end_time": "2030-03-20 00:00Z", "duration": "20d", "hours": "Mon-Fri 08:00-16:00Z" """,
        """ "end_time": "2030-03-20 00:00Z", "duration": "20d", "early_adopters": ["h1", "h2"] """,
        """ "end_time": "2030-03-20 00:00Z", "duration": "20d", "early_adopter_patterns": ["h[0-9]"] """,
        """ "early_adopters": ["h7", "h8"] """,
        """ "start_time": "2030-03-01 00:00Z", "duration": "9d", "start_pct": 90, "end_pct": 10 """,
        """
        "start_time": "2030-03-01 00:00Z", "duration": "9d",
        "rollback": { "from": "2030-03-06 00:00Z", "over": "1d" }, "early_adopters": ["h3"]
        """,
        """
        "start_time": "2030-03-01 00:00Z", "duration": "9d",
        "freezes": [{ "from": "2030-03-03 00:00Z", "until": "2030-03-09 00:00Z" }]
        """,
        """
        "start_time": "2030-03-01 00:00Z", "duration": "9d",
        "waves": [{ "audience": "few" }, { "audience": "many", "after": "2d" }, { "after": "3d" }]
        """,
        """
        "start_time": "2030-03-01 00:00Z", "duration": "9d", "early_adopters": ["h5"],
        "waves": [{ "audience": "many", "rollback": { "from": "2030-03-05 00:00Z" } }, { "audience": "few" }]
        """,
    ];

    private static readonly string[] Times = ["2030-03-04 10:00Z", "2030-03-06 12:00Z", "2030-03-10 03:33Z"];

    private static readonly HostList Hosts =
        new(Enumerable.Range(0, Fleet).Select(number => $"h{number}"), Hashers.Sha1);

    public static TheoryData<int, int> Pairs
    {
        get
        {
            TheoryData<int, int> pairs = [];
            for (var before = 0; before < Rollouts.Length; before++)
            {
                for (var after = 0; after < Rollouts.Length; after++)
                    pairs.Add(before, after);
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Who_switches_is_what_the_running_program_says(int before, int after)
    {
        foreach (var at in Times.Select(Instant))
        {
            var (earlier, later) = (Config(Rollouts[before]), Config(Rollouts[after]));
            var (was, @is) = (OnNew(earlier, at), OnNew(later, at));

            var diff = Diff(earlier, later, at, Hosts);

            var switches = diff.Flags.SingleOrDefault()?.Switches ?? Switches.None;
            Assert.Equal(@is.Except(was).Order(), switches.Gains.Names.Order());
            Assert.Equal(was.Except(@is).Order(), switches.Loses.Names.Order());
            Assert.Equal(@is.Except(was).Count(), switches.Gains.Count ?? 0);
            Assert.Equal(was.Except(@is).Count(), switches.Loses.Count ?? 0);
            Assert.Equal(was.Except(@is).Any(), diff.TakesNewAway);
            Assert.Equal(was.Except(@is).Count() + @is.Except(was).Count(), diff.Switching);
            Assert.Equal(was.Except(@is).Count(), diff.Losing);
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Without_hosts_nobody_loses_new_without_being_told(int before, int after)
    {
        foreach (var at in Times.Select(Instant))
        {
            var (earlier, later) = (Config(Rollouts[before]), Config(Rollouts[after]));

            var diff = Diff(earlier, later, at, null);

            if (OnNew(earlier, at).Except(OnNew(later, at)).Any())
                Assert.True(diff.TakesNewAway);
        }
    }

    [Theory]
    [InlineData("""{ "stable": 2 }""", "gains")] // the value that won
    [InlineData("""{ "stable": 1 }""", "loses")]
    [InlineData("""{ "stable": 3 }""", "loses")]
    [InlineData("null", "loses")] // can't be read: the default of the program
    [InlineData("", "loses")] // the flag is gone
    public void What_counts_is_the_value(string after, string switches)
    {
        var at = Instant("2030-03-06 12:00Z");

        var diff = Diff(Config(Rollouts[0]), after.Length == 0 ? "{}" : $$"""{ "f": { "x": {{after}} } }""", at, Hosts);

        var flag = Assert.Single(diff.Flags);
        var onNew = OnNew(Config(Rollouts[0]), at).Count;
        Assert.Equal(
            switches == "gains" ? (Fleet - onNew, 0) : (0, onNew),
            (flag.Switches.Gains.Count, flag.Switches.Loses.Count));
    }

    [Fact]
    public void The_next_stage_of_a_value_that_has_won_takes_nothing_away()
    {
        var diff = Diff(
            Config(Rollouts[0]),
            """
            { "f": { "x": { "stable": 2, "new": 3, "start_time": "2030-03-06 00:00Z", "duration": "10d" } } }
            """,
            Instant("2030-03-11 00:00Z"), Hosts);

        Assert.False(diff.TakesNewAway);
        Assert.Contains("What was new is now stable: 2", Assert.Single(diff.Flags).Moves);
    }

    [Fact]
    public void A_flag_that_is_written_in_another_way_concerns_nobody()
    {
        var diff = Diff(
            Config(""" "start_time": "2030-03-04 09:00Z", "duration": "5d" """),
            Config(""" "duration": "120h", "start_time": "2030-03-04T10:00:00+01:00" """),
            Instant("2030-03-06 12:00Z"), null);

        Assert.Equal(FlagChange.Reworded, Assert.Single(diff.Flags).Change);
        Assert.False(diff.TakesNewAway);
    }

    [Fact]
    public void Settings_move_a_flag_whose_text_is_the_same()
    {
        string With(string settings) =>
            $$"""{ "$slowroll": { {{settings}} }, "f": { "x": { "stable": 1, "new": 2, {{Rollouts[0]}} } } }""";

        var diff = Diff(
            With(""" "hours": "Mon-Fri 08:00-16:00Z" """), With(""" "hours": "Mon-Fri 08:00-18:00Z" """),
            Instant("2030-03-06 12:00Z"), Hosts);

        Assert.Equal(FlagChange.Moved, Assert.Single(diff.Flags).Change);
        Assert.Equal(
            "The hours of the config are \"Mon-Fri 08:00-18:00Z\" instead of \"Mon-Fri 08:00-16:00Z\"",
            Assert.Single(diff.Settings));
    }

    [Fact]
    public void A_freeze_of_the_config_says_what_keeps_moving()
    {
        string With(string settings) => $$"""
            { {{settings}} "f": {
              "x": { "stable": 1, "new": 2, {{Rollouts[0]}} },
              "falling": { "stable": 1, "new": 2, {{Rollouts[9]}} },
              "urgent": { "stable": 1, "new": 2, "urgent": "2030-03-01 00:00Z", {{Rollouts[0]}} },
              "back": { "stable": 1, "new": 2, {{Rollouts[10]}} }
            } }
            """;

        var diff = Diff(
            With(""), With(""" "$slowroll": { "freezes": [{ "from": "2030-03-06 00:00Z", "reason": "stop" }] }, """),
            Instant("2030-03-05 12:00Z"), Hosts);

        Assert.Equal(
            "All flags freeze from Wednesday 2030-03-06 00:00Z until somebody ends it (stop); it doesn't stop "
                + "f.falling, f.urgent, f.back",
            Assert.Single(diff.Settings));
    }

    [Fact]
    public void A_freeze_that_is_gone_is_found()
    {
        var diff = Diff(
            Config(Rollouts[11]), Config(""" "start_time": "2030-03-01 00:00Z", "duration": "9d" """),
            Instant("2030-03-06 12:00Z"), Hosts);

        Assert.Equal("SLOW3022", Assert.Single(diff.Findings).Rule.Id);
    }

    [Fact]
    public void An_interpolated_number_that_goes_back_takes_new_away()
    {
        string With(string days) => $$"""
            { "f": { "x": { "stable": 0, "new": 10, "interpolate": true, "start_time": "2030-03-04 00:00Z",
              "duration": "{{days}}" } } }
            """;

        var diff = Diff(With("4d"), With("8d"), Instant("2030-03-06 00:00Z"), Hosts);

        Assert.True(diff.TakesNewAway);
        Assert.Contains("The number goes from 50 % to 25 % of the way at once", diff.Flags[0].Moves);
    }

    private static string Config(string rollout) => $$"""
        {
          "$slowroll": { "audiences": { "few": { "keys": ["h1", "h9"] }, "many": { "patterns": ["h1.*"] } } },
          "f": { "x": { "stable": 1, "new": 2, {{rollout}} } }
        }
        """;

    private static ConfigDiff Diff(string before, string after, DateTimeOffset at, HostList? hosts) => ConfigDiff.Of(
        ConfigDocument.Read(before), ConfigDocument.Read(after), at, hosts, Hashers.Sha1,
        Slowroll.Texts.InstantText.Of);

    private static List<string> OnNew(string config, DateTimeOffset at)
    {
        using var read = SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes(config), new() { TimeProvider = new FixedClock(at) });
        return [.. Hosts.Names.Where(name => read.Explain("f", "x", name).Side == Side.New)];
    }

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
