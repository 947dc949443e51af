using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Xunit.Abstractions;

namespace Slowroll.Tests.Promises;

/// <summary>What a read costs beside another one, or beside the platform's hash of one host name. The quickest of many
/// tries counts: a busy machine makes tries slower, and none quicker. The bounds are wide, what they catch is a read
/// that has begun to hash or to look up again; the exact figures are the benchmarks'.</summary>
public class CostTests(ITestOutputHelper output)
{
    private const string Host = "web-1234.eu.example.com";
    private const int Tries = 300;
    private const int ReadsInATry = 100;

    // From 2010 to 2090, by the system's clock.
    private const string MidRamp = """{"stable": 0, "new": 1, "end_time": "2090-01-01 00:00Z", "duration": "29220d"}""";

    private const string Settled = """{"stable": 0}""";

    private static readonly string Crowded = MidRamp.Replace(
        "}",
        $$""", "early_adopters": [{{string.Join(", ", Enumerable.Range(0, 10_000).Select(i => $"\"ada-{i}\""))}}]}""",
        StringComparison.Ordinal);

    private static readonly byte[] HostBytes = Encoding.UTF8.GetBytes(Host);

    [Fact]
    public void A_settled_flag_costs_no_hash() => AssertCosts(FlagOf(Settled), 0.2, Hash);

    [Fact]
    public void A_rollout_that_everybody_has_behind_them_costs_what_a_settled_flag_costs() =>
        AssertCosts(FlagOf("""{"stable": 0, "new": 1, "end_time": "2020-01-01 00:00Z", "duration": "1d"}"""), 1.5,
            FlagOf(Settled));

    [Fact]
    public void In_mid_ramp_the_last_key_is_not_hashed_again() =>
        AssertCosts(FlagOf(MidRamp, first: "another"), 0.4, Hash);

    [Fact]
    public void In_mid_ramp_the_first_key_costs_less_still() =>
        AssertCosts(FlagOf(MidRamp), 0.8, FlagOf(MidRamp, first: "another"));

    [Fact]
    public void A_flag_among_twenty_thousand_costs_what_one_costs() =>
        AssertCosts(FlagOf(MidRamp, others: 20_000), 1.5, FlagOf(MidRamp));

    [Fact]
    public void Ten_thousand_early_adopters_cost_one_look_up() =>
        AssertCosts(FlagOf(Crowded, first: "another"), 0.5, Hash);

    private void AssertCosts(Func<int> read, double most, Func<int> floor)
    {
        var (quickest, quickestFloor) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < Tries; i++)
        {
            quickest = Math.Min(quickest, Time(read));
            quickestFloor = Math.Min(quickestFloor, Time(floor));
        }

        output.WriteLine($"{quickest / quickestFloor:F3}");
        Assert.InRange(quickest / quickestFloor, 0, most);
    }

    private static double Time(Func<int> read)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < ReadsInATry; i++)
            read();
        return Stopwatch.GetTimestamp() - start;
    }

    private static int Hash()
    {
        Span<byte> digest = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // It is what rollouts go by.
        return SHA1.HashData(HostBytes, digest);
#pragma warning restore CA5350
    }

    private static Func<int> FlagOf(string flag, int others = 0, string first = Host)
    {
        var more = string.Concat(Enumerable.Range(0, others).Select(i => $$""", "f{{i}}": {{flag}}"""));
        var found = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes($$"""{"s": {"f": {{flag}}{{more}} } }"""))
            .GetFlag("s", "f", -1);
        found.Evaluate(first);
        return () => found.Evaluate(Host);
    }
}
