using Slowroll.Planning.Tests;
using Slowroll.Planning.Tests.Page;
using Slowroll.Planning.Texts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Planning.Flags;
using Slowroll.Tool.Planning.Hours;

namespace Slowroll.Tool.Tests.Planning.Hours;

/// <summary>What one course does in one hour.</summary>
public class HourMoveTests
{
    [Fact]
    public void A_rollback_in_the_hour_of_the_start_has_a_peak()
    {
        var config = ConfigDocument.Read("""
            { "f": { "x": {
              "stable": 1, "new": 2, "start_time": "2030-03-04 10:00Z", "duration": "1h",
              "rollback": { "from": "2030-03-04 10:30Z" }
            } } }
            """);
        HourRange hours = new(
            Plans.Microseconds("2030-03-04 09:00Z"), Plans.Microseconds("2030-03-04 12:00Z"));
        var course = Assert.Single(Assert.Single(ConfigPlan.Of(config, hours.At).Moving).Groups).Group.Course;

        var move = Assert.Single(HourMove.All(course, hours));

        Assert.Equal((1, 0, 0, 0), (move.Hour, move.Before, move.After, move.Lowest));
        Assert.Equal(0.5, move.Peak / (double)Course.AllBuckets, 0.0001);
    }

    [Fact]
    public void Hours_that_are_left_out_move_nobody() => Assert.All(Enumerable.Range(0, 40), seed =>
    {
        RandomConfig configs = new(new(seed));
        var text = configs.Next(4);
        var at = ShortTime.MicrosecondOf(configs.Instant());
        HourRange hours = new(at, at + 300 * HourRange.Hour + 1);
        var plan = ConfigPlan.Of(ConfigDocument.Read(text), at);

        Assert.All(plan.Moving.SelectMany(flag => flag.Groups).Select(group => group.Group.Course), course =>
            Assert.Equal(
                Enumerable.Range(0, hours.Count).Select(hour => HourMove.In(course, hours, hour))
                    .Where(move => !move.IsNone),
                HourMove.All(course, hours)));
    });
}
