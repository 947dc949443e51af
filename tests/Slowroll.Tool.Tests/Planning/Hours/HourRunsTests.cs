using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Planning.Hours;
using PlaceRun = Slowroll.Tool.Planning.Hours.Run;

namespace Slowroll.Tool.Tests.Planning.Hours;

/// <summary>Runs of one line become one where they touch; those of different lines never do.</summary>
public class HourRunsTests
{
    [Fact]
    public void Runs_of_one_line_that_touch_are_one()
    {
        HourRuns runs = new(), others = new();
        runs.Add(0, [new(6, 9), new(1, 3)], (5, 0));
        others.Add(0, [new(2, 5), new(9, 10)], (0, 4));

        runs.Add(others);

        Assert.Equal([(0, new PlaceRun(1, 5)), (0, new PlaceRun(6, 10))], runs.Union());
        Assert.Equal((5, 4), (runs.Gains, runs.Losses));
    }

    [Fact]
    public void The_end_of_a_line_is_not_the_begin_of_the_next_one()
    {
        HourRuns runs = new();
        runs.Add(1, [new(0, 2)], default);
        runs.Add(0, [new(1, Course.AllBuckets)], default);

        Assert.Equal([(0, new PlaceRun(1, Course.AllBuckets)), (1, new PlaceRun(0, 2))], runs.Union());
    }
}
