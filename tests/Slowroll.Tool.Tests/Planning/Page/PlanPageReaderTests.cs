using Slowroll.Planning.Page;
using Slowroll.Planning.Tests.Page;

namespace Slowroll.Tool.Tests.Planning.Page;

public class PlanPageReaderTests
{
    [Fact]
    public void A_flag_has_its_share_at_each_stop()
    {
        var page = PlanPages.Read(Plans.Config(Plans.Flag("x")));

        var group = Assert.Single(Assert.Single(page.Flags).Groups);
        Assert.Equal(25, group.Shares[page.Timeline.Now]);
        Assert.Equal((0, 100), (group.Shares[0], group.Shares[^1]));
        Assert.Null(group.OnNew);
    }

    [Fact]
    public void Waves_and_early_adopters_are_groups_of_their_own()
    {
        var page = PlanPages.Read(
            Plans.Config(
                Plans.Flag("x", """, "early_adopters": ["h-0"], "waves": [{ "audience": "a" }, { "after": "1d" }]"""),
                """{ "audiences": { "a": { "patterns": ["h-1."] } } }"""),
            Enumerable.Range(0, 100).Select(i => $"h-{i}"));

        var groups = page.Flags[0].Groups;
        Assert.Equal(
            ["early adopters", "wave 1 (a)", "wave 2 (all others)", "all hosts of the list"],
            groups.Select(group => group.Name));
        Assert.Equal([1, 10, 89, 100], groups.Select(group => group.Hosts));
        Assert.Equal(groups[^1].OnNew, groups[0].OnNew!.Zip(groups[1].OnNew!, groups[2].OnNew!)
            .Select(counts => counts.First + counts.Second + counts.Third));
        Assert.Equal([null, 0, 1, null], groups.Select(group => group.Line));
    }

    [Fact]
    public void Closed_time_is_shaded_only_where_no_wave_moves()
    {
        var page = PlanPages.Read(Plans.Config(
            Plans.Flag("x", """
                , "hours": "Mon-Sun 08:00-16:00Z", "waves": [{ "audience": "a", "hours": "Mon-Sun 12:00-20:00Z" }, {}]
                """),
            """{ "audiences": { "a": { "keys": ["b"] } } }"""));

        var closed = page.Flags[0].Chart.Closed[0];
        Assert.Equal(
            (Plans.Instant("2030-03-04 20:00Z"), Plans.Instant("2030-03-05 08:00Z")), (closed.From, closed.Until));
    }

    [Fact]
    public void A_hold_is_marked()
    {
        var page = PlanPages.Read(Plans.Config("""
            "x": {
              "stable": 1, "new": 2, "start_time": "2030-03-04 10:00Z",
              "steps": [{ "pct": 10, "hold": "2d" }, { "pct": 100, "over": "1d" }]
            }
            """));

        var held = Assert.Single(page.Flags[0].Chart.Lines[0].Held);
        Assert.Equal(
            (Plans.Instant("2030-03-04 10:00Z"), Plans.Instant("2030-03-06 10:00Z"), 10.0),
            (held.From, held.Until, Math.Round(held.Percent, 6)));
    }

    [Fact]
    public void Flags_that_do_not_move_say_why()
    {
        var page = PlanPages.Read(Plans.Config(
            $$"""
            {{Plans.Flag("x")}},
            "a": { "stable": 1 }, "b": { "new": 1 }, "c": { "stable": 1, "new": 2, "early_adopters": ["h"] },
            "d": { "stable": 1, "new": 2, "end_time": "2029-01-01 00:00Z", "duration": "1d" },
            "e": { "stable": 1, "new": 2, "end_time": "2039-01-01 00:00Z", "duration": "1d" }
            """));

        Assert.Equal(["f.x"], page.Flags.Select(flag => flag.Name));
        Assert.Equal(
            [
                "f.a has no new value: everybody gets stable",
                "f.b can't be read: everybody gets the default. slowroll check says what is wrong",
                "f.c is the same at all times",
                "f.d has not moved since Mon 2029-01-01 00:00Z",
                "f.e begins Fri 2038-12-31 00:00Z, after the time of this page",
            ],
            page.StillFlags.Select(flag => $"{flag.Name} {flag.State}"));
    }

    [Fact]
    public void An_interpolated_flag_has_no_hosts_on_new()
    {
        var page = PlanPages.Read(Plans.Config(Plans.Flag("x", """, "interpolate": true""")), ["h"]);

        Assert.Null(page.Flags[0].Groups[0].OnNew);
        Assert.Empty(page.Hosts!.Flags);
    }

    [Fact]
    public void The_next_ten_events_are_those_of_all_flags()
    {
        var page = PlanPages.Read(Plans.Config(string.Join(",", Enumerable.Range(0, 80).Select(i => Plans.Flag(
            $"x{i}",
            $$""", "freezes": [{ "from": "2030-03-06 {{i % 24:00}}:{{59 - i % 60:00}}Z", "until": "2030-03-07 00:00Z" }]""")))));

        Assert.Equal(10, page.Events.Count);
        Assert.Equal("f.x48", page.Events[0].Subject);
        Assert.Equal(Plans.Microseconds("2030-03-06 00:11Z"), page.Events[0].At);
    }

    [Fact]
    public void Events_have_the_words_that_the_terminal_has()
    {
        var page = PlanPages.Read(
            Plans.Config("""
                "x": {
                  "stable": 1, "new": 2, "start_time": "2030-03-04 10:00Z", "hours": "Mon-Fri 08:00-16:00Z",
                  "steps": [{ "pct": 1, "hold": "1d" }, { "pct": 10, "over": "8h", "hold": "1h" }, { "pct": 20 }],
                  "rollback": { "from": "2030-03-07 10:00Z", "over": "90m" }
                }
                """),
            at: Plans.Instant("2030-03-04 09:00Z"));

        Assert.Equal(
            [
                "Mon 2030-03-04 10:00Z f.x reaches 1 % (held until Tue 2030-03-05 10:00Z)",
                "Tue 2030-03-05 10:00Z f.x starts towards 10 % (step 2 of 3, until Wed 2030-03-06 10:00Z)",
                "Tue 2030-03-05 16:00Z f.x stands still until Wed 2030-03-06 08:00Z (outside of the hours)",
                "Wed 2030-03-06 08:00Z f.x goes on",
                "Wed 2030-03-06 10:00Z f.x reaches 10 % (held until Wed 2030-03-06 11:00Z)",
                "Wed 2030-03-06 11:00Z f.x reaches 20 % (the end)",
                "Thu 2030-03-07 10:00Z f.x is taken back within 1 h 30 min (until Thu 2030-03-07 11:30Z)",
                "Thu 2030-03-07 11:30Z f.x is back on stable",
            ],
            page.Events.Select(one => $"{PageText.Instant(one.At)} {one.Subject} {one.Predicate}"));
    }

    [Fact]
    public void A_rollback_of_nobody_is_no_event() => Assert.Empty(
        PlanPages.Read(Plans.Config(Plans.Flag("x", """, "rollback": { "from": "2030-03-01 10:00Z" }"""))).Events);

    [Fact]
    public void What_is_too_much_is_left_out_and_said()
    {
        var flags = string.Join(",", Enumerable.Range(0, 300).Select(i => Plans.Flag($"x{i}")));
        var page = PlanPages.Read(Plans.Config(flags), Enumerable.Range(0, 6_000).Select(i => $"h-{i}"));

        Assert.Equal((50, 12, 5_000), (page.Flags.Count, page.Hosts!.Flags.Count, page.Hosts.Rows.Count));
        Assert.Equal(
            [
                "300 flags move in this time; the page shows 50 of them, those first that move now.",
                "The list has 6,000 hosts; the table shows the first 5,000 of them, and all other numbers are of all.",
                "The table of hosts shows the first 12 flags, and leaves out 38.",
            ],
            page.LeftOut);
        Assert.Equal(6_000, page.Flags[0].Groups[0].OnNew![^1]);
    }

    [Fact]
    public void A_config_without_flags_has_a_page()
    {
        var page = PlanPages.Read("{}", [], DateTimeOffset.MinValue);

        Assert.Empty(page.Flags);
        Assert.Empty(page.Events);
    }
}
