using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Slowroll.Tests.Vectors;

/// <summary>Schedules of all kinds: with steps, hours, freezes, waves and rollbacks.</summary>
public class ScheduleVectors
{
    [Fact]
    public void Every_schedule_is_decided_as_the_design_has_it()
    {
        var wrong = new List<string>();
        foreach (var vector in Vector.CasesOf("decide_schedule.json"))
        {
            var clock = new FixedTime(
                DateTimeOffset.Parse(vector.GetProperty("now").GetString()!, CultureInfo.InvariantCulture));
            var config = Config(vector, clock);
            var (section, key) = NamesOf(vector);
            var hashKey = vector.GetProperty("key").GetString()!;
            var expected = vector.GetProperty("side").GetString() == "new" ? Side.New : Side.Stable;

            // As the first hash key of a flag, as another one, as the last one, and explained.
            var flag = config.GetFlag(section, key, -1);
            var other = Config(vector, clock).GetFlag(section, key, -1);
            other.Evaluate("another");
            Side[] sides =
            [
                SideOf(flag.Evaluate(hashKey)), SideOf(flag.Evaluate(hashKey)), SideOf(other.Evaluate(hashKey)),
                SideOf(other.Evaluate(hashKey)),
                SideOf(other.Evaluate(hashKey)), config.Explain(section, key, hashKey).Side,
            ];
            if (sides.Any(side => side != expected))
                wrong.Add($"{string.Join(",", sides)} instead of {expected}: {vector.GetRawText()}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void What_can_not_be_read_loses_the_flag_or_the_config_as_the_design_has_it()
    {
        var wrong = new List<string>();
        foreach (var vector in Vector.CasesOf("refused_schedule.json"))
        {
            var expected = vector.GetProperty("refused").GetString();
            string found;
            try
            {
                var (section, key) = NamesOf(vector);
                var config = Config(vector, TimeProvider.System);
                var explained = config.Explain(section, key, "somebody");
                var isLost = explained.Reason == EvaluationReason.Invalid && explained.Error is { Length: > 20 };
                found = isLost ? "flag" : explained.Error is null ? "nothing" : explained.Error;
            }
            catch (ConfigFormatException)
            {
                found = "document";
            }

            if (found != expected)
                wrong.Add($"{vector.GetProperty("what")}: {found} instead of {expected}");
        }

        Assert.Empty(wrong);
    }

    private static Side SideOf(int value) => value switch { 0 => Side.Stable, 1 => Side.New, _ => Side.Default };

    private static SlowrollConfig Config(JsonElement vector, TimeProvider clock) => SlowrollConfig.FromJson(
        Encoding.UTF8.GetBytes(vector.GetProperty("config").GetRawText()),
        new SlowrollOptions { TimeProvider = clock });

    private static (string Section, string Key) NamesOf(JsonElement vector)
    {
        var names = vector.GetProperty("flag").GetString()!.Split('.');
        return (names[0], names[1]);
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
