using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Slowroll.Rollouts;

namespace Slowroll.Tests.Vectors;

public class DecisionVectors
{
    // Triples around a switch whose keys are not those that upstream was asked for: see Differences.md.
    private static readonly Range WithoutTheirKeys = 2997..3066;

    [Fact]
    public void At_0_to_100_percent_every_key_is_on_upstreams_side()
    {
        var cases = Vector.CasesOf("decide.json");
        Vector.AllHold("decide.json", [.. cases.Take(WithoutTheirKeys.Start.Value), .. cases.Skip(WithoutTheirKeys.End.Value)], Decide);
    }

    [Fact]
    public void At_other_percentages_every_key_is_on_the_designs_side() =>
        Vector.AllHold("decide_percent.json", Vector.CasesOf("decide_percent.json"), Decide);

    [Fact]
    public void Where_the_keys_are_lost_the_bucket_of_the_switch_is_on_upstreams_sides()
    {
        foreach (var triple in Vector.CasesOf("decide.json").Take(WithoutTheirKeys).Chunk(3))
        {
            var rollout = triple[0].GetProperty("rollout");
            var end = TimeText.Parse(rollout.GetProperty("end_time").GetString()!).Value;
            var duration = DurationText.Parse(rollout.GetProperty("duration").GetString()!).Value;
            var ramp = Ramp.Ending(end, duration, Percentage.Zero, Percentage.Hundred).Value;

            var elapsed = duration - (end.Ticks - NowOf(triple[1]).UtcTicks) / TimeSpan.TicksPerMicrosecond;
            var bucket = (uint)Int128.Min(uint.MaxValue, (((Int128)elapsed << 32) + duration / 2) / duration);
            Assert.Equal(triple.Select(SideOf), triple.Select(c => ramp.SideAt(bucket, NowOf(c).UtcTicks)));
        }
    }

    // The whole way that a config takes: bytes, snapshot, rule, decision.
    private static string? Decide(JsonElement c)
    {
        var rollout = c.GetProperty("rollout").GetRawText();
        var config = SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes($$$"""{"s": {"f": {{{rollout}}} } }"""),
            new SlowrollOptions { TimeProvider = new FakeTimeProvider(NowOf(c)) });

        var key = c.GetProperty("key").GetString()!;
        var answer = config.Explain("s", "f", key);
        return answer.Side == SideOf(c)
            ? null
            : $"{rollout} for '{key}' at {NowOf(c):O}: {answer.Side} ({answer.Error}), not {SideOf(c)}";
    }

    private static Side SideOf(JsonElement c) => c.GetProperty("side").GetString() == "new" ? Side.New : Side.Stable;

    private static DateTimeOffset NowOf(JsonElement c) =>
        DateTimeOffset.Parse(c.GetProperty("now").GetString()!, CultureInfo.InvariantCulture);
}
