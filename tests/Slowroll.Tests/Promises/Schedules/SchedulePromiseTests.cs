using CsCheck;
using static Slowroll.Tests.Promises.Schedules.RandomConfig;

namespace Slowroll.Tests.Promises.Schedules;

/// <summary>What a schedule promises whatever its fields say, held against random ones.</summary>
public class SchedulePromiseTests
{
    private const int Cases = 300;

    [Fact]
    public void Nobody_goes_back_within_a_config_but_by_a_rollback_or_a_share_that_falls() =>
        Check(RandomSchedules.Configs, (config, asked, instants) =>
        {
            foreach (var key in Keys)
            {
                bool[] sides = [.. instants.Select(instant => asked.IsNew(key, instant))];
                var leaves = Enumerable.Range(1, sides.Length - 1).Where(i => sides[i - 1] && !sides[i]).ToList();
                var enters = Enumerable.Range(1, sides.Length - 1).Where(i => !sides[i - 1] && sides[i]).ToList();

                Assert.True(leaves.Count <= 1 && enters.Count <= 1, $"{key} switches more than once");
                Assert.True(leaves.Count == 0 || enters.Count == 0 || enters[0] < leaves[0], $"{key} comes again");
                Assert.All(leaves, leave => Assert.True(
                    config.Flag.IsFalling || IsFallingWave(config)
                        || config.AllRollbacks().Any(rollback => rollback.Start <= instants[leave]),
                    $"{key} goes back at {instants[leave]:O}"));
            }
        });

    [Fact]
    public void Nobody_gets_new_at_a_closed_instant() => Check(RandomSchedules.Configs, (config, asked, instants) =>
    {
        foreach (var key in Keys)
        {
            for (var i = 1; i < instants.Length; i++)
            {
                if (asked.IsNew(key, instants[i - 1]) || !asked.IsNew(key, instants[i]))
                    continue;

                var enters = asked.SwitchBetween(key, instants[i - 1], instants[i]);
                Assert.True(
                    config.IsOpen(enters, asked.ExplainAt(key, enters).Wave?.Index),
                    $"{key} gets new at {enters:O}, which is closed");
            }
        }
    });

    [Fact]
    public void A_freeze_that_is_added_changes_nothing_before_it() =>
        CheckFreeze(RandomSchedules.Configs, (frozen, without, freeze, instants) =>
        {
            foreach (var instant in instants.Where(instant => instant < freeze.Start))
                Assert.All(Keys, key => Assert.Equal(without.IsNew(key, instant), frozen.IsNew(key, instant)));
        });

    [Fact]
    public void A_freeze_never_makes_anybody_earlier() =>
        CheckFreeze(RandomSchedules.Configs, (frozen, without, _, instants) =>
        {
            foreach (var instant in instants)
                Assert.All(Keys, key => Assert.True(!frozen.IsNew(key, instant) || without.IsNew(key, instant), key));
        });

    [Fact]
    public void The_wave_of_a_hash_key_does_not_depend_on_others() =>
        Check(RandomSchedules.Configs, (config, asked, instants) =>
        {
            AskedConfig withMore = new(config with { MoreInA = ["somebody-else", "host-99"] });
            foreach (var instant in instants.Take(8))
            {
                foreach (var key in Keys.Reverse())
                {
                    // By itself, in a config that nobody else was asked of; and among others, in another order.
                    AskedConfig alone = new(config);
                    var expected = alone.IsNew(key, instant);
                    Assert.Equal(expected, asked.IsNew(key, instant));
                    Assert.Equal(expected, asked.IsNew(key, instant));
                    Assert.Equal(expected, withMore.IsNew(key, instant));
                    Assert.Equal(alone.ExplainAt(key, instant).Wave, withMore.ExplainAt(key, instant).Wave);
                }
            }
        }, cases: 30);

    [Fact]
    public void Without_hours_nobody_is_later() => Check(RandomSchedules.Configs, (config, asked, instants) =>
    {
        AskedConfig always = new(config with
        {
            Hours = null,
            Flag = config.Flag with
            {
                Hours = null,
                Waves = [.. config.Flag.Waves.Select(wave => wave with { Hours = null })],
            },
        });
        foreach (var instant in instants)
            Assert.All(Keys, key => Assert.True(!asked.IsNew(key, instant) || always.IsNew(key, instant), key));
    });

    [Fact]
    public void After_a_rollback_nobody_is_on_new() => Check(RandomSchedules.WithRollback, (config, asked, instants) =>
    {
        var end = config.Flag.Rollback!.End;
        foreach (var instant in instants.Where(instant => instant > end).Append(end).Append(DateTimeOffset.MaxValue))
            Assert.All(Keys, key => Assert.False(asked.IsNew(key, instant), key));
    });

    private static bool IsFallingWave(RandomConfig config) =>
        config.Flag.Waves.Any(wave => wave.Steps is { } steps && steps[^1].Pct < config.Flag.StartPct);

    private static void CheckFreeze(
        Gen<RandomConfig> configs, Action<AskedConfig, AskedConfig, RandomFreeze, DateTimeOffset[]> check) =>
        RandomSchedules.Check(
            Gen.Select(configs, RandomSchedules.Freeze(withoutEnd: 4), RandomSchedules.Instants, Gen.Bool),
            Cases,
            sample =>
            {
                var (config, freeze, some, ofAll) = sample;
                AskedConfig without = new(config);
                var frozen = ofAll
                    ? config with { Freezes = [.. config.Freezes, freeze] }
                    : config with { Flag = config.Flag with { Freezes = [.. config.Flag.Freezes, freeze] } };
                if (without.IsValid)
                    check(new(frozen), without, freeze, [.. some.Concat(frozen.Corners()).Order()]);
            });

    private static void Check(
        Gen<RandomConfig> configs, Action<RandomConfig, AskedConfig, DateTimeOffset[]> check, int cases = Cases) =>
        RandomSchedules.Check(
            Gen.Select(configs, RandomSchedules.Instants),
            cases,
            sample =>
            {
                var (config, some) = sample;
                AskedConfig asked = new(config);
                if (asked.IsValid)
                    check(config, asked, [.. some.Concat(config.Corners()).Order()]);
            });
}
