using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Slowroll.Tests.Vectors;

public class DecisionVectors
{
    [Fact]
    public void At_0_to_100_percent_every_key_is_on_upstreams_side() => Vector.AllHold("decide.json", Difference);

    [Fact]
    public void At_other_percentages_every_key_is_on_the_designs_side() =>
        Vector.AllHold("decide_percent.json", Difference);

    // The whole way that a config takes: bytes, snapshot, rule, decision.
    private static string? Difference(JsonElement c)
    {
        var rollout = c.GetProperty("rollout").GetRawText();
        var key = c.GetProperty("key").GetString()!;
        var now = DateTimeOffset.Parse(c.GetProperty("now").GetString()!, CultureInfo.InvariantCulture);
        var options = new SlowrollOptions { TimeProvider = new FakeTimeProvider(now) };
        if (c.TryGetProperty("bucket", out var bucket))
            options.Hasher = _ => bucket.GetUInt32();

        var answer = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes($$$"""{"s": {"f": {{{rollout}}} } }"""), options)
            .Explain("s", "f", key);
        var expected = c.GetProperty("side").GetString() == "new" ? Side.New : Side.Stable;
        return answer.Side == expected
            ? null
            : $"{rollout} for '{key}' at {now:O}: {answer.Side} ({answer.Error}), not {expected}";
    }
}
