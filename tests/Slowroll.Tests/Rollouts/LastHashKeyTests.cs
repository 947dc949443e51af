using System.Globalization;
using Slowroll.Rollouts;

namespace Slowroll.Tests.Rollouts;

/// <summary>A thread keeps what it asked last: that must never show in an answer.</summary>
public class LastHashKeyTests
{
    private static readonly DateTime End = new(2030, 1, 2, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Ramp Up = RampOf(0, 100);
    private static readonly Ramp Down = RampOf(100, 0);
    private static readonly Ramp Partly = RampOf(25, 75);

    [Fact]
    public void What_was_asked_last_is_not_answered_to_another_key_rollout_or_instant()
    {
        (Rollout, Func<string, uint>)[] rollouts =
        [
            (Of(Up), Hashers.Sha1), (Of(Down), Hashers.Sha1), (Of(Partly), Hashers.XxHash3),
            (Of(RampOf(0, 100), "winter"), Hashers.Sha1), (Of(RampOf(0, 100), "summer"), Hashers.Sha1),
            (Of(RampOf(0, 100), "summer"), Hashers.XxHash3),
            (Of(RampOf(0, 100), adopter: "web-2"), Hashers.Sha1), (Of(null, adopter: "web-1"), Hashers.Sha1),
            (Of(null), Hashers.Sha1),
            (Of(RolledBack(0, 100, 12)), Hashers.Sha1), (Of(RolledBack(10, 90, 0)), Hashers.Sha1),
            (Of(RolledBack(0, 100, 20, 12)), Hashers.Sha1), (Of(RolledBack(100, 0, 60)), Hashers.Sha1),
        ];
        string[] keys =
            ["web-1", "web-2", "web-3", "web-4", "web-5", "web-6", "web-7", new('x', 300), new("web-1")];
        var random = new Random(1);

        // What is remembered is only used when the same question comes again.
        var (rollout, hasher) = rollouts[0];
        var key = keys[0];
        for (var i = 0; i < 100_000; i++)
        {
            if (random.Next(4) == 0)
                (rollout, hasher) = rollouts[random.Next(rollouts.Length)];
            if (random.Next(4) == 0)
                key = keys[random.Next(keys.Length)];
            var instant = End.AddMinutes(-random.Next(3 * 1440)).Ticks;

            Assert.Equal(SideByItself(rollout, key, hasher, instant), Ask(rollout, key, hasher, instant));
        }
    }

    [Fact]
    public void Next_to_its_switch_a_key_that_was_asked_last_is_decided_exactly()
    {
        var switches = Up.SwitchesAt(Hashers.Sha1("web-1"))!.Value.Ticks;
        var rollout = Of(Up);
        for (var distance = -100; distance <= 100; distance++)
        {
            Assert.Equal(distance < 0 ? Side.Stable : Side.New,
                Ask(rollout, "web-1", Hashers.Sha1, switches + distance));
        }
    }

    [Fact]
    public void A_hasher_that_asks_another_flag_itself_disturbs_nothing()
    {
        var inner = End.AddDays(-1).Ticks;
        var (up, down) = (Of(Up), Of(Down));
        Func<string, uint> asking = key =>
        {
            Ask(down, "inner", Hashers.Sha1, inner);
            return Hashers.Sha1(key);
        };

        var expected = Up.SideAt(Hashers.Sha1("web-1"), inner);
        for (var i = 0; i < 3; i++)
            Assert.Equal(expected, Ask(up, "web-1", asking, inner));
    }

    [Fact]
    public void What_is_known_of_a_share_that_falls_ends_where_a_rollback_begins()
    {
        var noon = End.AddDays(-1);
        var rollout = Of(new Ramp(
            Schedule.Ending(End, 2 * 86_400 * 1_000_000L, Percent(100), Percent(0)).Value,
            new Rollback(Schedule.MicrosecondsOf(noon), 0)));

        foreach (var key in Enumerable.Range(0, 20).Select(number => $"web-{number}"))
        {
            for (var i = 0; i < 3; i++)
                Ask(rollout, key, Hashers.Sha1, noon.Ticks - 1);

            Assert.Equal(Side.Stable, Ask(rollout, key, Hashers.Sha1, noon.Ticks));
        }
    }

    private static Side Ask(Rollout rollout, string key, Func<string, uint> hasher, long instant) =>
        rollout.SideOf(HashKey.Unhashed(key), hasher, instant);

    // From the middle of the ramp on; over so many hours each.
    private static Ramp RolledBack(int from, int to, params int[] hours) => new(
        Schedule.Ending(End, 2 * 86_400 * 1_000_000L, Percent(from), Percent(to)).Value,
        [.. hours.Select(over =>
            new Rollback(Schedule.MicrosecondsOf(End.AddDays(-1)), over * 3600 * 1_000_000L))]);

    private static Side SideByItself(Rollout rollout, string key, Func<string, uint> hasher, long instant) =>
        rollout.EarlyAdopters?.Contain(key) is true ? Side.New
        : rollout.Ramp?.SideAt(Hashers.Bucket(hasher, rollout.Salt, key), instant) ?? Side.Stable;

    private static Rollout Of(Ramp? ramp, string? salt = null, string? adopter = null) => new()
    {
        Ramp = ramp,
        Salt = salt,
        EarlyAdopters = adopter is null ? null : AdoptersOf.Texts([adopter], []).Value,
    };

    private static Ramp RampOf(int from, int to) =>
        new Ramp(Schedule.Ending(End, 2 * 86_400 * 1_000_000L, Percent(from), Percent(to)).Value);

    private static Percentage Percent(int percent) =>
        Percentage.Parse(percent.ToString(CultureInfo.InvariantCulture)).Value;
}
