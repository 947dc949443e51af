using Slowroll.Rollouts;

namespace Slowroll.Tests.Rollouts;

public class RampTests
{
    private const uint First = 0;
    private const uint Middle = 1u << 31;
    private const uint Last = uint.MaxValue;
    private static readonly DateTime End = new(2030, 1, 2, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Start = End.AddDays(-1);

    [Fact]
    public void The_lowest_position_enters_at_the_start_and_not_a_tick_before()
    {
        var ramp = Between("0", "100");

        Assert.Equal(Side.Stable, ramp.SideAt(First, Start.Ticks - 1));
        Assert.Equal(Side.New, ramp.SideAt(First, Start.Ticks));
    }

    [Fact]
    public void The_middle_position_enters_half_way_and_not_a_tick_before()
    {
        var ramp = Between("0", "100");
        var half = Start.AddHours(12).Ticks;

        Assert.Equal(Side.Stable, ramp.SideAt(Middle, half - 1));
        Assert.Equal(Side.New, ramp.SideAt(Middle, half));
    }

    [Fact]
    public void The_highest_position_enters_at_the_microsecond_that_its_fraction_rounds_to()
    {
        // 86,400 s * (2^32 - 1) / 2^32 = 86,399.99997988..., 20 microseconds before the end.
        var ramp = Between("0", "100");

        Assert.Equal(new DateTimeOffset(End.AddTicks(-200)), ramp.SwitchesAt(Last));
    }

    [Fact]
    public void A_rollback_takes_the_highest_position_first_and_the_lowest_last()
    {
        var ramp = Between("100", "0");

        Assert.Equal(new DateTimeOffset(Start.AddTicks(200)), ramp.SwitchesAt(Last));
        Assert.Equal(new DateTimeOffset(End), ramp.SwitchesAt(First));
        Assert.Equal(Side.New, ramp.SideAt(First, End.Ticks - 1));
        Assert.Equal(Side.Stable, ramp.SideAt(First, End.Ticks));
    }

    [Fact]
    public void Positions_outside_of_the_percentages_never_move()
    {
        var ramp = Between("25", "50");

        Assert.Null(ramp.SwitchesAt(First));
        Assert.Null(ramp.SwitchesAt(Middle));
        Assert.Equal(Side.New, ramp.SideAt(First, 0));
        Assert.Equal(Side.Stable, ramp.SideAt(Middle, End.Ticks));
        Assert.Equal(Side.New, ramp.SideAt(Middle - 1, End.Ticks));
    }

    [Fact]
    public void A_percentage_between_two_buckets_has_the_lower_one_inside_and_the_upper_one_outside()
    {
        // 0.1 % of 2^32 is 4,294,967.296.
        var ramp = Between("0.1", "100");

        Assert.Equal(Side.New, ramp.SideAt(4_294_967, Start.Ticks - 1));
        Assert.Equal(Side.Stable, ramp.SideAt(4_294_968, Start.Ticks - 1));
    }

    [Theory]
    [InlineData("20", "100")]
    [InlineData("12.5", "12.6")]
    [InlineData("100", "33.333333333")]
    public void The_positions_on_new_are_always_those_below_the_share(string from, string to)
    {
        var ramp = Between(from, to);
        for (var step = 0; step <= 100; step++)
        {
            var now = Start.Ticks + step * (End.Ticks - Start.Ticks) / 100;
            var (numerator, denominator) = ramp.ShareAt(now);
            var border = (double)numerator / (double)denominator * 4294967296.0;

            // A bucket is 20 microseconds wide here; stay clear of the one on the border.
            if (border > 2)
                Assert.Equal(Side.New, ramp.SideAt((uint)(border - 2), now));
            if (border < uint.MaxValue - 2)
                Assert.Equal(Side.Stable, ramp.SideAt((uint)(border + 2), now));
        }
    }

    [Fact]
    public void A_rollout_that_is_continued_takes_nobody_away()
    {
        var first = Between("0", "20");
        var second = Between("20", "100");

        for (var bucket = 0u; bucket < 1u << 30; bucket += 1 << 20)
        {
            if (first.SideAt(bucket, End.Ticks) == Side.New)
                Assert.Equal(Side.New, second.SideAt(bucket, Start.Ticks));
        }
    }

    [Fact]
    public void Without_a_duration_all_switch_at_the_end()
    {
        var ramp = new Ramp(Schedule.Ending(End, 0, Percentage.Zero, Percentage.Hundred).Value);

        Assert.Equal(Side.Stable, ramp.SideAt(Last, End.Ticks - 1));
        Assert.Equal(Side.New, ramp.SideAt(Last, End.Ticks));
    }

    [Fact]
    public void The_widest_ramp_there_can_be_does_not_overflow()
    {
        var forever = DateTime.MaxValue.Ticks / TimeSpan.TicksPerMicrosecond;
        var ramp = new Ramp(
            Schedule.Ending(DateTime.MaxValue, forever, Percentage.Zero, Percentage.Parse("99.999999999").Value).Value);

        Assert.Equal(DateTime.MaxValue.Year / 2, ramp.SwitchesAt(Middle)!.Value.Year, tolerance: 2);
    }

    [Fact]
    public void However_near_or_far_a_switch_is_all_ways_to_decide_agree_with_it()
    {
        var random = new Random(1);
        for (var i = 0; i < 200_000; i++)
        {
            var duration = (long)Math.Pow(10, random.NextDouble() * 17.4);
            var (from, to) = (Share(random), Share(random));
            var ramp = new Ramp(Schedule.Ending(DateTime.MaxValue, duration, from, to).Value);
            var bucket = (uint)random.NextInt64(1L << 32);
            if (ramp.SwitchesAt(bucket) is not { } switches)
                continue;

            var distance = (long)Math.Pow(10, random.NextDouble() * 18);
            var (before, after) = from.Billionths > to.Billionths ? (Side.New, Side.Stable) : (Side.Stable, Side.New);
            Assert.Equal(after, ramp.SideAt(bucket, switches.Ticks));
            Assert.Equal(before, ramp.SideAt(bucket, switches.Ticks - 1));
            Assert.Equal(after, ramp.SideAt(bucket, switches.Ticks + distance));
            Assert.Equal(before, ramp.SideAt(bucket, switches.Ticks - distance));

            // What is remembered of a bucket in a stretch may leave open what lies next to the switch, and says nothing
            // wrong.
            foreach (var instant in (long[])[switches.Ticks, switches.Ticks
                - 1, switches.Ticks + distance, switches.Ticks - distance])
            {
                var expected = instant >= switches.Ticks ? after : before;
                foreach (var known in (SideOverTime[])[ramp.StretchAt(instant)
                    .CourseOf(bucket), ramp.StretchAt(switches.Ticks).CourseOf(bucket)])
                {
                    if (known.TryGet(instant, out var side))
                        Assert.Equal(expected, side);
                }

                Assert.Equal(expected, ramp.TimeOnNewOf(bucket).SideAt(instant));
            }
        }

        static Percentage Share(Random random)
        {
            var share = random.Next(3) switch
            {
                0 =>
                random.Next(101),
                1 => random.NextDouble() * 100,
                _ => 50 + random.NextDouble() / 1e6
            };
            return Percentage.Parse(share.ToString("F9", System.Globalization.CultureInfo.InvariantCulture)).Value;
        }
    }

    [Fact]
    public void A_course_tells_all_but_a_few_microseconds_of_a_ramp_of_two_weeks()
    {
        var ramp = new Ramp(
            Schedule.Ending(End, 14 * 24 * 3600 * 1_000_000L, Percentage.Zero, Percentage.Hundred).Value);
        var switches = ramp.SwitchesAt(Middle)!.Value.Ticks;

        var course = ramp.StretchAt(switches).CourseOf(Middle);

        Assert.True(course.TryGet(switches - (10 * TimeSpan.TicksPerMicrosecond), out var before));
        Assert.True(course.TryGet(switches + (10 * TimeSpan.TicksPerMicrosecond), out var after));
        Assert.Equal((Side.Stable, Side.New), (before, after));
    }

    [Fact]
    public void A_key_that_never_moves_keeps_its_side_whatever_the_time()
    {
        var ramp = new Ramp(Schedule.Ending(End, 1, Percentage.Parse("25").Value, Percentage.Parse("75").Value).Value);

        Assert.All((long[])[0, End.Ticks, DateTime.MaxValue.Ticks], instant =>
        {
            Assert.Equal(Side.New, ramp.TimeOnNewOf(First).SideAt(instant));
            Assert.Equal(Side.Stable, ramp.TimeOnNewOf(Last).SideAt(instant));
        });
    }

    [Fact]
    public void A_negative_duration_is_refused() =>
        Assert.Contains(
            "negative", Schedule.Ending(End, -1, Percentage.Zero, Percentage.Hundred).Error, StringComparison.Ordinal);

    [Fact]
    public void A_start_before_the_year_1_is_refused() =>
        Assert.Contains("year 1", Schedule.Ending(End, long.MaxValue, Percentage.Zero, Percentage.Hundred).Error,
            StringComparison.Ordinal);

    private static Ramp Between(string from, string to) =>
        new Ramp(Schedule.Ending(End, 86_400_000_000, Percentage.Parse(from).Value, Percentage.Parse(to).Value).Value);
}
