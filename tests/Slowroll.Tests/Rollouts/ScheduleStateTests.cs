using Slowroll.Rollouts;

namespace Slowroll.Tests.Rollouts;

/// <summary>From 0 to 10 % within four open hours from Monday at 9, a hold of a day, and then to 100 % within eight;
/// the hours are Monday to Friday, 9 to 17.</summary>
public class ScheduleStateTests
{
    private const long Hour = 3_600_000_000;
    private const long Day = 24 * Hour;

    // 2030-03-04 00:00Z.
    private static readonly long Monday = Schedule.MicrosecondsOf(new DateTime(2030, 3, 4));
    private static readonly WeeklyHours Hours =
        new(Enumerable.Range(0, 5).Select(day => (day * Day + 9 * Hour, day * Day + 17 * Hour)));

    [Theory]
    [InlineData(8, SchedulePhase.Waiting, 0, null, 9, 9)]
    [InlineData(9, SchedulePhase.Moving, 0, 9, 13, 13)]
    [InlineData(13, SchedulePhase.Held, 0, 13, 37, 37)]
    [InlineData(36, SchedulePhase.Held, 0, 13, 37, 37)]
    [InlineData(37, SchedulePhase.Moving, 1, 37, 61, 41)]
    [InlineData(57, SchedulePhase.Moving, 1, 37, 61, 61)]
    [InlineData(61, SchedulePhase.Over, 1, 61, null, null)]
    public void Each_phase_has_its_step_and_its_time(
        int hour, object phase, int step, int? since, int? until, int? next)
    {
        var state = At(ScheduleOf(Hours), hour);

        Assert.Equal(
            (phase, step, InHours(since), InHours(until) ?? OpenTime.Never, InHours(next) ?? OpenTime.Never),
            ((object)state.Phase, state.Step, state.Since, state.Until, state.Next));
        Assert.Null(state.Standstill);
        Assert.Equal(Monday + 61 * Hour, state.End);
    }

    [Theory]
    [InlineData(41)]
    [InlineData(56)]
    public void Outside_of_the_hours_it_stands_still_until_they_begin(int hour)
    {
        var state = At(ScheduleOf(Hours), hour);

        Assert.Equal(SchedulePhase.Moving, state.Phase);
        Assert.Equal(new Standstill(null, Monday + 57 * Hour), state.Standstill);
        Assert.Equal(Monday + 57 * Hour, state.Next);
    }

    [Fact]
    public void A_hold_stands_still_in_a_freeze_and_goes_on_after_it_outside_of_the_hours_too()
    {
        Freeze freeze = new(Monday + 20 * Hour, Monday + 21 * Hour, "lunch");
        var schedule = ScheduleOf(Hours, freeze);

        var before = At(schedule, 19);
        Assert.Equal((SchedulePhase.Held, null, freeze.From), (before.Phase, before.Standstill, before.Next));
        var state = At(schedule, 20);
        Assert.Equal((SchedulePhase.Held, Monday + 38 * Hour), (state.Phase, state.Until));
        var standstill = state.Standstill!.Value;
        Assert.Equal((freeze.Until, "lunch"), (standstill.Until, standstill.Freeze!.Value.Reason));
        Assert.Equal(freeze.Until, state.Next);
    }

    [Fact]
    public void What_moves_goes_on_only_when_the_hours_begin_after_a_freeze()
    {
        var state = At(ScheduleOf(Hours, new Freeze(Monday + 40 * Hour, Monday + 50 * Hour)), 40);

        Assert.Equal(Monday + 57 * Hour, state.Standstill!.Value.Until);
    }

    [Fact]
    public void Of_two_freezes_the_one_that_ends_last_counts_and_one_without_an_end_never_ends()
    {
        var state = At(
            ScheduleOf(null, new(Monday, OpenTime.Never, "stop"), new(Monday, Monday + 50 * Hour, "short")), 9);

        var standstill = state.Standstill!.Value;
        Assert.Equal(("stop", OpenTime.Never), (standstill.Freeze!.Value.Reason, standstill.Until));
        Assert.Equal((OpenTime.Never, OpenTime.Never, OpenTime.Never), (state.Until, state.End, state.Next));
    }

    [Fact]
    public void The_time_before_a_wave_stands_still_in_a_freeze_but_not_before_its_flag_starts()
    {
        Freeze freeze = new(Monday, Monday + 12 * Hour);
        var schedule = ScheduleSteps.Build(
            Monday + 9 * Hour, Day, Percentage.Zero, [new(Percentage.Hundred, 0, 0)], null, 0, [freeze]);

        Assert.Null(At(schedule, 8).Standstill);
        var state = At(schedule, 9);
        Assert.Equal((SchedulePhase.Waiting, Monday + 36 * Hour), (state.Phase, state.Until));
        Assert.Equal(freeze.Until, state.Standstill!.Value.Until);
    }

    [Fact]
    public void A_step_that_goes_nowhere_holds_and_counts_open_time()
    {
        var ten = Percentage.Parse("10").Value;
        var schedule = ScheduleSteps.Build(
            Monday + 9 * Hour, 0, Percentage.Zero, [new(ten, 0, 0), new(ten, 12 * Hour, 0)], Hours, OpenTime.Never, []);

        var state = At(schedule, 10);
        Assert.Equal((SchedulePhase.Held, 1, Monday + 37 * Hour), (state.Phase, state.Step, state.Until));
        Assert.Equal(Monday + 17 * Hour, state.Next);
        Assert.Equal(new Standstill(null, Monday + 33 * Hour), At(schedule, 20).Standstill);
    }

    [Fact]
    public void A_share_that_falls_stands_never_still()
    {
        var schedule = ScheduleSteps.Build(
            Monday, 0, Percentage.Hundred, [new(Percentage.Zero, Day, 0)], Hours, OpenTime.Never,
            [new(Monday, OpenTime.Never)]);

        Assert.Null(At(schedule, 1).Standstill);
        Assert.Equal(Monday + Day, At(schedule, 1).End);
    }

    [Theory]
    [InlineData(0, 168)]
    [InlineData(9, 33)]
    public void The_last_years_there_are_end_in_never(int firstHour, int hours)
    {
        var week = new WeeklyHours([(firstHour * Hour, (firstHour + hours) * Hour)]);
        var end = Schedule.MicrosecondsOf(DateTime.MaxValue);
        var schedule = ScheduleSteps.Build(
            end - Day, 0, Percentage.Zero, [new(Percentage.Hundred, 400 * Day, 0)], week, OpenTime.Never, []);

        foreach (var instant in (long[])[end - 2 * Day, end - Day, end - Hour, end])
        {
            var state = ScheduleState.At(schedule, Schedule.TicksOf(instant));
            Assert.Equal(OpenTime.Never, state.End);
            Assert.True(state.Next == OpenTime.Never || state.Next <= end);
        }
    }

    private static long? InHours(int? hour) => hour is { } known ? Monday + known * Hour : null;

    private static ScheduleState At(Schedule schedule, int hour) =>
        ScheduleState.At(schedule, Schedule.TicksOf(Monday + hour * Hour));

    private static Schedule ScheduleOf(WeeklyHours? hours, params Freeze[] freezes) => ScheduleSteps.Build(
        Monday + 9 * Hour, 0, Percentage.Zero,
        [new(Percentage.Parse("10").Value, 4 * Hour, Day), new(Percentage.Hundred, 8 * Hour, 0)],
        hours, OpenTime.Never, freezes);
}
