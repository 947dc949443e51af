using Slowroll.Generators.Tests.Drift.Comparing;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Generators.Tests.Drift.Reading;

public class CourseTests
{
    [Fact]
    public void The_count_is_the_lowest_bucket_that_is_not_on_new()
    {
        Random random = new(3022);
        RandomConfig configs = new(random);
        for (var i = 0; i < 400; i++)
        {
            var text = configs.Text();
            var rollout = ConfigRolloutReader.Read(ConfigDocument.Read(text).Find("s", "f")!, null, new())!;
            foreach (var hashKey in new[] { "a-1", "b-2", "c-9" })
            {
                var instant = Schedule.MicrosecondsOf(configs.Instant());
                AssertCount(RolloutDecision.CourseOf(rollout, hashKey), instant, random, text);
            }
        }
    }

    // In a short ramp many buckets switch at one microsecond, so the share says only about how many.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000)]
    [InlineData(60_000_000)]
    public void The_count_is_exact_in_a_ramp_of_so_many_microseconds(long length)
    {
        Random random = new(1);
        Schedule schedule = new([new Segment(Percentage.Zero, Percentage.Hundred, 1_000, length)]);
        foreach (var instant in Enumerable.Range(-1, 10).Select(after => 1_000 + length / 3 + after))
        {
            AssertCount(new(schedule, []), instant, random, $"{length}");
            AssertCount(new(schedule, [new(1_000 + length / 5, length)]), instant, random, $"{length}");
        }
    }

    private static void AssertCount(Course course, long instant, Random random, string what)
    {
        var count = course.CountAt(instant);
        Assert.True(count is >= 0 and <= Course.AllBuckets, what);
        Assert.True(count == 0 || course.IsNew((uint)(count - 1), instant), what);
        Assert.True(count == Course.AllBuckets || !course.IsNew((uint)count, instant), what);
        var bucket = (uint)random.NextInt64(Course.AllBuckets);
        Assert.Equal(bucket < count, course.IsNew(bucket, instant));
    }
}
