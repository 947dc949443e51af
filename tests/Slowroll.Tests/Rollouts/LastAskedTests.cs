using System.Globalization;
using Slowroll.Rollouts;

namespace Slowroll.Tests.Rollouts;

/// <summary>A thread keeps what it asked last: that must never show in an answer.</summary>
public class LastAskedTests
{
    private static readonly DateTime End = new(2030, 1, 2, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Ramp Up = RampOf(0, 100);
    private static readonly Ramp Down = RampOf(100, 0);
    private static readonly Ramp Partly = RampOf(25, 75);

    [Fact]
    public void What_was_asked_last_is_not_answered_to_another_key_rollout_or_instant()
    {
        (Ramp, string?, Func<string, uint>)[] rollouts =
        [
            (Up, null, Hashers.Sha1), (Down, null, Hashers.Sha1), (Partly, null, Hashers.XxHash3),
            (RampOf(0, 100), "winter", Hashers.Sha1), (RampOf(0, 100), "summer", Hashers.Sha1), (RampOf(0, 100), "summer", Hashers.XxHash3),
        ];
        string[] keys = ["web-1", "web-2", new('x', 300), new("web-1")];
        var random = new Random(1);

        for (var i = 0; i < 100_000; i++)
        {
            var (ramp, salt, hasher) = rollouts[random.Next(rollouts.Length)];
            var key = keys[random.Next(keys.Length)];
            var instant = End.AddMinutes(-random.Next(3 * 1440)).Ticks;

            Assert.Equal(
                ramp.SideAt(Hashers.Bucket(hasher, salt, key), instant),
                LastAsked.OnThisThread.SideIn(ramp, key, hasher, salt, instant));
        }
    }

    [Fact]
    public void Next_to_its_switch_a_key_that_was_asked_last_is_decided_exactly()
    {
        var switches = Up.SwitchesAt(Hashers.Sha1("web-1"))!.Value.Ticks;
        for (var distance = -100; distance <= 100; distance++)
        {
            Assert.Equal(
                distance < 0 ? Side.Stable : Side.New,
                LastAsked.OnThisThread.SideIn(Up, "web-1", Hashers.Sha1, null, switches + distance));
        }
    }

    [Fact]
    public void A_hasher_that_asks_another_flag_itself_disturbs_nothing()
    {
        var inner = End.AddDays(-1).Ticks;
        Func<string, uint> asking = key =>
        {
            LastAsked.OnThisThread.SideIn(Down, "inner", Hashers.Sha1, null, inner);
            return Hashers.Sha1(key);
        };

        var expected = Up.SideAt(Hashers.Sha1("web-1"), inner);
        for (var i = 0; i < 3; i++)
            Assert.Equal(expected, LastAsked.OnThisThread.SideIn(Up, "web-1", asking, null, inner));
    }

    private static Ramp RampOf(int from, int to) =>
        Ramp.Ending(End, 2 * 86_400 * 1_000_000L, Percent(from), Percent(to)).Value;

    private static Percentage Percent(int percent) => Percentage.Parse(percent.ToString(CultureInfo.InvariantCulture)).Value;
}
