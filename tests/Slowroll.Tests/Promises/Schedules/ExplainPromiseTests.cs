using CsCheck;
using static Slowroll.Tests.Promises.Schedules.RandomConfig;

namespace Slowroll.Tests.Promises.Schedules;

/// <summary>What Explain says of instants is what reads answer just before, at and after them.</summary>
public class ExplainPromiseTests
{
    private const int Cases = 150;

    [Fact]
    public void A_hash_key_is_on_new_in_the_period_that_is_said_and_at_no_other_time() =>
        Check((_, asked, instants) =>
        {
            foreach (var key in Keys)
            {
                var period = asked.ExplainAt(key, Origin).OnNew;
                DateTimeOffset?[] turns = [period?.EntersAt, period?.LeavesAt];
                foreach (var instant in instants.Concat(turns.OfType<DateTimeOffset>().SelectMany(Around)))
                {
                    var isIn = period is not null && !(instant < period.EntersAt) && !(instant >= period.LeavesAt);
                    Assert.True(isIn == asked.IsNew(key, instant), $"{key} at {instant:O}: {period}");

                    var why = asked.ExplainAt(key, instant);
                    Assert.Equal(period, why.OnNew);
                    Assert.Equal(isIn, why.Side == Side.New);
                }
            }
        });

    [Fact]
    public void Nobody_switches_while_it_is_said_that_the_schedule_stands_still() =>
        Check((config, asked, instants) =>
        {
            foreach (var (key, instant, why) in Explained(asked, instants))
            {
                if (why.Step is not { Phase: StepPhase.Moving } step)
                    continue;

                // By the plainest reading of hours and freezes.
                Assert.Equal(
                    config.Flag.IsFalling || IsFalling(step) || config.IsOpen(instant, why.Wave?.Index),
                    why.Standstill is null);
                if (why.Standstill is not { Until: { } until })
                    continue;

                foreach (var each in Keys.Where(each => asked.ExplainAt(each, instant).Wave == why.Wave))
                    Assert.Equal(asked.IsNew(each, instant), asked.IsNew(each, BeforeRollback(until, instant, why)));
                Assert.True(config.IsOpen(until, why.Wave?.Index), $"{key}: {until:O} is said to be open");
                Assert.False(config.IsOpen(until.AddMicroseconds(-1), why.Wave?.Index));
            }
        });

    [Fact]
    public void A_hold_stands_still_only_in_a_freeze_and_lasts_as_long_as_is_said() =>
        Check((_, asked, instants) =>
        {
            foreach (var (key, instant, why) in Explained(asked, instants))
            {
                if (why.Step is not { Phase: StepPhase.Held, Until: { } until } step || !IsBeforeRollback(until, why))
                    continue;

                Assert.Equal(step, asked.ExplainAt(key, until.AddMicroseconds(-1)).Step);
                Assert.NotEqual(step, asked.ExplainAt(key, until).Step);
                Assert.Equal(why.Share, asked.ExplainAt(key, until.AddMicroseconds(-1)).Share);
                Assert.Equal(step.To, why.Share!.Value, tolerance: 1e-9);
            }
        });

    [Fact]
    public void A_phase_goes_on_between_the_instants_that_are_said() => Check((_, asked, instants) =>
    {
        foreach (var (key, instant, why) in Explained(asked, instants))
        {
            if (why.Step is not { } step)
                continue;

            Assert.False(instant < step.Since || instant >= step.Until, $"{key} at {instant:O}: {step}");
            if (step.Since is { } since)
            {
                Assert.Equal(step, asked.ExplainAt(key, since).Step);
                Assert.NotEqual(step, asked.ExplainAt(key, since.AddMicroseconds(-1)).Step);
            }

            if (step.Until is { } until && IsBeforeRollback(until, why))
            {
                Assert.Equal(step, asked.ExplainAt(key, until.AddMicroseconds(-1)).Step);
                Assert.NotEqual(step, asked.ExplainAt(key, until).Step);
            }
        }
    });

    [Fact]
    public void After_the_end_that_is_said_nobody_switches_and_the_share_is_the_last_one() =>
        Check((_, asked, instants) =>
        {
            foreach (var (key, _, why) in Explained(asked, instants.Take(1)))
            {
                if (why is not { Step: not null, Rollback: null, EndsAt: { } end })
                    continue;

                var (atEnd, before) = (asked.ExplainAt(key, end), asked.ExplainAt(key, end.AddMicroseconds(-1)));
                Assert.Equal((StepPhase.Over, end), (atEnd.Step!.Phase, atEnd.Step.Since));
                Assert.NotEqual(StepPhase.Over, before.Step!.Phase);
                Assert.Equal(atEnd.Step.To, atEnd.Share!.Value, tolerance: 1e-9);
                Assert.Equal(asked.IsNew(key, end), asked.IsNew(key, DateTimeOffset.MaxValue));
            }
        });

    [Fact]
    public void The_share_that_is_said_is_the_one_by_which_a_position_decides() => Check((_, asked, instants) =>
    {
        foreach (var (key, instant, why) in Explained(asked, instants))
        {
            // Next to a switch a microsecond is rounded.
            if (why is { Reason: EvaluationReason.Ramp, Position: { } position, Share: { } share }
                && Math.Abs(position * 100 - share) > 1e-4)
            {
                Assert.True((position * 100 < share) == (why.Side == Side.New), $"{key} at {instant:O}: {why}");
            }
        }
    });

    [Fact]
    public void A_rollback_is_over_when_it_is_said() => Check((_, asked, instants) =>
    {
        foreach (var (key, instant, why) in Explained(asked, instants))
        {
            if (why.Rollback is not { Until: { } until } rollback)
                continue;

            Assert.Equal(rollback.HasBegun, instant >= rollback.From);
            Assert.False(asked.IsNew(key, until));
            Assert.False(asked.IsNew(key, DateTimeOffset.MaxValue));
        }
    });

    private static bool IsFalling(ExplainedStep step) => step.To < step.From;

    private static bool IsBeforeRollback(DateTimeOffset instant, Evaluation<int> why) =>
        !(instant >= why.Rollback?.From);

    private static DateTimeOffset BeforeRollback(DateTimeOffset until, DateTimeOffset instant, Evaluation<int> why) =>
        IsBeforeRollback(until, why) ? until.AddMicroseconds(-1) : instant;

    private static IEnumerable<DateTimeOffset> Around(DateTimeOffset instant) =>
        [instant.AddMicroseconds(-1), instant.AddTicks(-1), instant, instant.AddTicks(1), instant.AddMicroseconds(1)];

    private static IEnumerable<(string Key, DateTimeOffset Instant, Evaluation<int> Why)> Explained(
        AskedConfig asked, IEnumerable<DateTimeOffset> instants) =>
        instants.SelectMany(instant => Keys.Take(8).Select(key => (key, instant, asked.ExplainAt(key, instant))));

    private static void Check(Action<RandomConfig, AskedConfig, DateTimeOffset[]> check) =>
        RandomSchedules.Check(
            Gen.Select(RandomSchedules.Configs, RandomSchedules.Instants),
            Cases,
            sample =>
            {
                var (config, some) = sample;
                AskedConfig asked = new(config);
                if (asked.IsValid)
                    check(config, asked, [.. some.Concat(config.Corners()).Order()]);
            });
}
