using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Slowroll.Rollouts;

namespace Slowroll.Tests.Vectors;

public class DecisionVectors
{
    // The triples around a switch.
    private static readonly Range Triples = 2997..3066;

    [Fact]
    public void At_0_to_100_percent_every_key_is_on_upstreams_side() => Vector.AllHold(
        "decide.json", [.. Vector.CasesOf("decide.json").Where((_, index) => !Contradictions.InDecide.Contains(index))], Decide);

    [Fact]
    public void No_case_is_left_out_that_holds() => Assert.Equal(
        Contradictions.InDecide,
        Vector.CasesOf("decide.json").Select((c, index) => (c, index)).Where(each => Decide(each.c) is not null).Select(each => each.index));

    [Fact]
    public void At_other_percentages_every_key_is_on_the_designs_side() =>
        Vector.AllHold("decide_percent.json", Vector.CasesOf("decide_percent.json"), Decide);

    [Fact]
    public void Around_those_cases_the_bucket_of_the_switch_is_on_upstreams_sides()
    {
        foreach (var triple in Vector.CasesOf("decide.json").Take(Triples).Chunk(3))
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
