using Slowroll.Planning.Flags;
using Slowroll.Planning.Tests.Page;

namespace Slowroll.Planning.Tests.Flags;

public class CourseWalkTests
{
    [Theory]
    [MemberData(nameof(TimeOnNewTests.Rollouts), MemberType = typeof(TimeOnNewTests))]
    public void Between_two_moments_the_share_goes_in_a_straight_line(string rollout)
    {
        var flag = Plans.Moves(Plans.Config(
            $$"""
            "x": { "stable": 1, "new": 2, {{rollout}} }
            """,
            """{ "audiences": { "a": { "patterns": [".*[02468]"] } } }"""));
        foreach (var (group, _, _) in flag.Groups)
        {
            var moments = CourseWalk.From(group.Course, Plans.Microseconds("2030-03-03 00:00Z"))
                .Select(moment => moment.At)
                .TakeWhile(at => at < Plans.Microseconds("2030-03-20 00:00Z"))
                .ToList();
            Assert.All(moments.Zip(moments.Skip(1)), pair => Assert.Equal(
                (GroupState.PercentAt(group.Course, pair.First)
                    + GroupState.PercentAt(group.Course, pair.Second - 1)) / 2,
                GroupState.PercentAt(group.Course, (pair.First + pair.Second) / 2),
                group.Course.Rollbacks.Count > 1 ? 1.5 : 0.0001));
        }
    }

    [Fact]
    public void Nobody_goes_nowhere() => Assert.Empty(CourseWalk.From(Schemas.Drift.Reading.Course.Nobody, 0));

    [Fact]
    public void After_a_rollback_there_is_one_moment()
    {
        var flag = Plans.Moves(Plans.Config(Plans.Flag("x", """, "rollback": { "from": "2030-03-05 10:00Z" }""")));

        Assert.Null(Assert.Single(CourseWalk.From(
            flag.Groups[0].Group.Course, Plans.Microseconds("2030-03-06 10:00Z"))).State);
    }
}
