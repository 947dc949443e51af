using System.Runtime;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Slowroll.Tests.Promises;

public class AllocationTests
{
    private const string Schedule = """ "end_time": "2030-01-02 00:00Z", "duration": "2d" """;

    public static TheoryData<string> Flags => new()
    {
        """{"stable": 0}""",
        $$"""{"stable": 0, "new": 1, {{Schedule}}}""",
        $$"""{"stable": 0, "new": 1, {{Schedule}}, "start_pct": 12.5, "end_pct": 99.999999999}""",
        $$"""{"stable": 0, "new": 1, {{Schedule}}, "salt": "winter", "early_adopters": ["a", "b"]}""",
        $$"""{"stable": 0, "new": 1, {{Schedule}}, "early_adopter_patterns": ["a+b"]}""",
        $$"""{"stable": 0, "new": 1000, {{Schedule}}, "interpolate": true}""",
        """{"new": 0}""",
        "null",
    };

    [Fact]
    public void No_collection_runs_beside_the_tests_and_disturbs_the_count() =>
        Assert.Equal(GCLatencyMode.Batch, GCSettings.LatencyMode);

    [Theory]
    [MemberData(nameof(Flags))]
    public void A_read_allocates_nothing(string flag)
    {
        var config = SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes($$"""{"s": {"f": {{flag}} } }"""),
            new SlowrollOptions
            {
                TimeProvider =
                new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero))
            });
        var found = config.GetFlag("s", "f", -1);
        var hashed = new HashKey("web-2.example.com");

        Assert.Equal(0, Allocated(() => found.Evaluate("web-1.example.com")));
        Assert.Equal(0, Allocated(() => found.Evaluate(hashed)));
        Assert.Equal(0, Allocated(() => config.GetValue("s", "f", "web-1.example.com", -1)));
        Assert.Equal(0, Allocated(() => config.GetValue("s", "unknown", "web-1.example.com", -1)));
        Assert.Equal(0, Allocated(() => config.GetValue(new FlagKey<int>("s", "f", -1), "web-1.example.com")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(""", "start_pct": 5, "end_pct": 95.5""")]
    [InlineData(""", "salt": "winter", "early_adopters": ["a", "b"]""")]
    [InlineData(""", "interpolate": true""")]
    public void By_the_systems_clock_a_read_in_mid_ramp_allocates_nothing_either(string more)
    {
        // From 2010 to 2090.
        var config = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(
            $$$"""{"s": {"f": {"stable": 0, "new": 1000, "end_time": "2090-01-01 00:00Z", "duration": "29220d"{{{more}}} } } }"""));
        var found = config.GetFlag("s", "f", -1);
        string[] hosts = [.. Enumerable.Range(0, 50).Select(number => $"web-{number}.example.com")];
        var next = 0;

        Assert.Equal(0, Allocated(() => found.Evaluate("web-1.example.com")));
        Assert.Equal(0, Allocated(() => found.Evaluate(hosts[next++ % hosts.Length])));
    }

    [Fact]
    public void An_interpolated_integer_of_64_bits_and_odd_percentages_allocates_nothing()
    {
        var config = OneFlag.Of($$"""
            {"stable": {{long.MinValue}}, "new": {{long.MaxValue}}, {{Schedule}}, "start_pct": 0.000000001, "end_pct": 99.999999999, "interpolate": true}
            """);
        var found = config.GetFlag("s", "f", -1L);

        Assert.Equal(0, Allocated(() => (int)found.Evaluate("web-1.example.com")));
    }

    [Fact]
    public void An_interpolated_number_read_as_JSON_allocates_nothing_while_it_stays()
    {
        var time = new FakeTimeProvider(OneFlag.Noon);
        var config = SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes($$"""{"s": {"f": {"stable": 0, "new": 10, {{Schedule}}, "interpolate": true} } }"""),
            new SlowrollOptions { TimeProvider = time });
        var found = config.GetFlag("s", "f", default(JsonElement));

        Assert.Equal(0, Allocated(() => found.Evaluate("web-1.example.com").GetInt32()));

        var before = found.Evaluate("web-1.example.com").GetInt32();
        time.Advance(TimeSpan.FromHours(6));
        Assert.Equal(before + 1, found.Evaluate("web-1.example.com").GetInt32());
    }

    [Fact]
    public void A_read_of_a_list_allocates_nothing()
    {
        var config = SlowrollConfig.FromJson("""{"s": {"f": {"stable": [[1, 2], []]}}}"""u8.ToArray());
        var found = config.GetFlag(new FlagKey<IReadOnlyList<IReadOnlyList<int>>>("s", "f", [])
        {
            Reader =
            FlagReaders.List(FlagReaders.List(FlagReaders.Of<int>()))
        });

        Assert.Equal(0, Allocated(() => found.Evaluate("web-1.example.com")[0].Count));
    }

    private static long Allocated(Func<int> read)
    {
        for (var i = 0; i < 100; i++)
            read();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            read();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
