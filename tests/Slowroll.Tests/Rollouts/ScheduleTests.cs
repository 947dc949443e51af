using System.Globalization;
using System.Numerics;
using Slowroll.Rollouts;

namespace Slowroll.Tests.Rollouts;

/// <summary>A schedule of several segments is decided by the segment that moves the bucket, and by that one
/// alone.</summary>
public class ScheduleTests
{
    private const long Hour = 3_600_000_000;
    private static readonly long Noon = Schedule.MicrosecondsOf(new DateTime(2030, 1, 1, 12, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void Between_two_segments_the_share_stays_where_the_first_one_ended()
    {
        Schedule schedule = new([Segment(0, 10, Noon, Hour), Segment(10, 100, Noon + 5 * Hour, Hour)]);
        var ramp = new Ramp(schedule);

        Assert.Equal(10.0, ShareAt(schedule, Noon + 3 * Hour), precision: 9);
        Assert.Equal(55.0, ShareAt(schedule, Noon + 5 * Hour + Hour / 2), precision: 9);
        Assert.Null(ramp.StretchAt((Noon + 3 * Hour) * Schedule.TicksPerMicrosecond).SideOfAll);
    }

    [Fact]
    public void Two_schedules_with_equal_segments_are_equal() => Assert.Equal(
        new Schedule([Segment(0, 10, Noon, Hour), Segment(10, 100, Noon, Hour)]),
        new Schedule([Segment(0, 10, Noon, Hour), Segment(10, 100, Noon, Hour)]));

    [Fact]
    public void A_schedule_of_another_segment_is_another_schedule() => Assert.NotEqual(
        new Schedule([Segment(0, 10, Noon, Hour), Segment(10, 100, Noon, Hour)]),
        new Schedule([Segment(0, 11, Noon, Hour), Segment(11, 100, Noon, Hour)]));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Random_schedules_are_decided_exactly_however_a_bucket_is_asked(bool isFalling)
    {
        var random = new Random(7);
        for (var round = 0; round < 3_000; round++)
        {
            var schedule = RandomSchedule(random, isFalling);
            var ramp = new Ramp(schedule);
            for (var asked = 0; asked < 10; asked++)
            {
                var bucket = (uint)random.NextInt64(1L << 32);
                var switches = SwitchByDefinition(schedule, bucket);
                Assert.Equal(switches, ramp.SwitchesAt(bucket)?.UtcTicks / Schedule.TicksPerMicrosecond);

                var instant = switches is { } at && random.Next(2) == 0
                    ? at + random.Next(-3, 4)
                    : schedule.Start - Hour + random.NextInt64(schedule.End - schedule.Start + 2 * Hour);
                var hasSwitched = switches is { } known && instant >= known;
                var isNew = bucket < (hasSwitched ? schedule.To : schedule.From).FirstBucket;
                var expected = isNew ? Side.New : Side.Stable;
                var ticks = instant * Schedule.TicksPerMicrosecond;

                Assert.Equal(expected, ramp.SideAt(bucket, ticks));
                Assert.Equal(expected, ramp.TimeOnNewOf(bucket).SideAt(ticks));
                if (ramp.StretchAt(ticks).SideOfAll is { } all)
                    Assert.Equal(expected, all);
            }
        }
    }

    private static double ShareAt(Schedule schedule, long microseconds)
    {
        var share = schedule.ShareAt(microseconds * Schedule.TicksPerMicrosecond);
        return 100 * (double)(Int128)share.Numerator / (double)(Int128)share.Denominator;
    }

    // As the definition has it, with numbers of any size: the first segment with a <= P < b (or b <= P < a), and in it
    // round(length * |P - a| / |b - a|).
    private static long? SwitchByDefinition(Schedule schedule, uint bucket)
    {
        var position = (BigInteger)bucket * Percentage.Hundred.Billionths;
        foreach (var segment in schedule.Segments)
        {
            var (from, to) = ((BigInteger)segment.From.Billionths << 32, (BigInteger)segment.To.Billionths << 32);
            if (position < BigInteger.Min(from, to) || position >= BigInteger.Max(from, to))
                continue;

            var width = BigInteger.Abs(to - from);
            var (whole, rest) = BigInteger.DivRem(segment.Length * BigInteger.Abs(position - from), width);
            var isUp = 2 * rest > width || (2 * rest == width && !whole.IsEven);
            return segment.Start + (long)whole + (isUp ? 1 : 0);
        }

        return null;
    }

    private static Schedule RandomSchedule(Random random, bool isFalling)
    {
        var shares = Enumerable.Range(0, random.Next(2, 6))
            .Select(_ => random.Next(4) switch
            {
                0 =>
                0.0,
                1 => 100.0,
                2 => random.Next(101),
                _ => random.NextDouble() * 100
            })
            .Order()
            .ToList();
        if (isFalling)
            shares.Reverse();

        var segments = new List<Segment>();
        var start = Noon;
        for (var i = 1; i < shares.Count; i++)
        {
            var length = random.Next(3) == 0 ? random.Next(4) : random.NextInt64(200 * Hour);
            segments.Add(Segment(shares[i - 1], shares[i], start, length));
            start += length + (random.Next(2) == 0 ? 0 : random.NextInt64(50 * Hour));
        }

        return new Schedule([.. segments]);
    }

    private static Segment Segment(double from, double to, long start, long length) =>
        new(Percent(from), Percent(to), start, length);

    private static Percentage Percent(double percent) =>
        Percentage.Parse(percent.ToString("F9", CultureInfo.InvariantCulture)).Value;
}
