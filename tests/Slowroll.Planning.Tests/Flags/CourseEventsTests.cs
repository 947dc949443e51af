using Slowroll.Planning.Flags;
using Slowroll.Planning.Texts;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Planning.Tests.Flags;

/// <summary>What happens to a flag is said in order, and nothing changes in between.</summary>
public class CourseEventsTests
{
    private const string Start = """ "stable": 1, "new": 2, "start_time": "2030-03-04 09:00Z" """;

    private static readonly long At = ShortTime.MicrosecondOf(new(2030, 3, 4, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Steps_holds_and_the_end() => Assert.Equal(
        [
            "Mon 2030-03-04 09:00Z Start: reaches 1 % (held until Tue 2030-03-05 09:00Z)",
            "Tue 2030-03-05 09:00Z Step: starts towards 10 % (step 2 of 3, until Tue 2030-03-05 13:00Z)",
            "Tue 2030-03-05 13:00Z Hold: reaches 10 % (held until Wed 2030-03-06 13:00Z)",
            "Wed 2030-03-06 13:00Z End: reaches 100 % (the end)",
        ],
        EventsOf(
            """, "steps": [{ "pct": 1, "hold": "1d" }, { "pct": 10, "over": "4h", "hold": "1d" }, { "pct": 100 }] """));

    [Fact]
    public void Closing_times_and_freezes() => Assert.Equal(
        [
            "Mon 2030-03-04 09:00Z Start: starts towards 100 % (step 1 of 1, until never; stands still until "
                + "Mon 2030-03-04 10:00Z (outside of the hours))",
            "Mon 2030-03-04 10:00Z Resume: goes on",
            "Mon 2030-03-04 11:00Z Standstill: stands still without an end (freeze: a b)",
        ],
        EventsOf(
            """
            , "duration": "3h", "hours": "Mon-Fri 10:00-12:00Z",
            "freezes": [{ "from": "2030-03-04 11:00Z", "reason": "a b" }]
            """));

    [Fact]
    public void A_rollback_ends_the_schedule() => Assert.Equal(
        [
            "Mon 2030-03-04 09:00Z Start: starts towards 100 % (step 1 of 1, until Mon 2030-03-04 19:00Z)",
            "Mon 2030-03-04 12:00Z Rollback: is taken back within 2 h (until Mon 2030-03-04 14:00Z)",
            "Mon 2030-03-04 14:00Z RolledBack: is back on stable",
        ],
        EventsOf(""", "duration": "10h", "rollback": { "from": "2030-03-04 12:00Z", "over": "2h" } """));

    [Fact]
    public void A_rollback_before_the_start_takes_nothing_back() => Assert.Equal(
        ["Mon 2030-03-04 08:00Z Rollback: is taken back before anybody has new"],
        EventsOf(""", "duration": "10h", "rollback": { "from": "2030-03-04 08:00Z", "over": "2h" } """));

    [Fact]
    public void Between_two_events_a_share_goes_all_the_while_or_stands_still() =>
        Assert.All(Enumerable.Range(0, 40), seed =>
        {
            RandomConfig configs = new(new(seed));
            var config = ConfigDocument.Read(configs.Next(4));
            var at = ShortTime.MicrosecondOf(configs.Instant());
            var flags = config.Flags.Select(
                flag => PlannedFlag.Of(ConfigRolloutReader.Read(flag, null, new())!, new(), at));
            Assert.All(flags.SelectMany(flag => flag.Groups).Where(group => group.State.Moves), group =>
            {
                var course = group.Group.Course;
                var events = CourseEvents.After(course, at).Take(30).ToList();
                Assert.Equal(events.OrderBy(one => one.At), events);
                for (var i = 0; i + 1 < events.Count; i++)
                {
                    var (from, until) = (events[i].At, events[i + 1].At - 1);
                    var state = GroupState.At(course, from);
                    var isStill = course.CountAt(from) == course.CountAt(until);
                    if (state is not { Phase: GroupPhase.Moving or GroupPhase.RollingBack, Standstill: null })
                        Assert.True(isStill, $"{group.Name}: {events[i]}");
                }
            });
        });

    private static IEnumerable<string> EventsOf(string rest)
    {
        var config = ConfigDocument.Read($$"""{ "f": { "a": { {{Start}}{{rest}} } } }""");
        var rollout = ConfigRolloutReader.Read(Assert.Single(config.Flags), null, new())!;
        var course = Assert.Single(PlannedFlag.Of(rollout, new(), At).Groups).Group.Course;
        return CourseEvents.After(course, At).Select(one =>
            $"{ShortTime.Of(one.At)} {one.Kind}: {one.Text}{(one.Detail is null ? "" : $" ({one.Detail})")}");
    }
}
