using System.Text;

namespace Slowroll.Tests.Rollouts;

/// <summary>A rule keeps the first hash key that it is asked with: that must never show in an answer.</summary>
public class FirstHashKeyTests
{
    private const string Schedule = "\"end_time\": \"2030-01-02 00:00Z\", \"duration\": \"2d\"";

    public static TheoryData<string> Rollouts => new()
    {
        Schedule,
        $$"""{{Schedule}}, "start_pct": 25, "end_pct": 74.5""",
        $$"""{{Schedule}}, "start_pct": 100, "end_pct": 0""",
        $$"""{{Schedule}}, "start_pct": 74.5, "end_pct": 25""",
        $$"""{{Schedule}}, "salt": "winter" """,
        $$"""{{Schedule}}, "early_adopters": ["web-1"], "early_adopter_patterns": ["web-2.*"]""",
        $$"""{{Schedule}}, "start_pct": 100, "end_pct": 0, "early_adopters": ["web-1"]""",
        """ "early_adopters": ["web-1"] """,
        """ "end_time": "soon", "duration": "2d", "early_adopters": ["web-1"] """,
        """ "end_time": "2030-01-02 00:00Z" """,
    };

    [Theory]
    [MemberData(nameof(Rollouts))]
    public void The_first_key_is_decided_like_every_other_at_every_instant(string rollout)
    {
        var (first, second) = (new Asked(rollout), new Asked(rollout));
        for (var number = 0; number < 100; number++)
        {
            var key = $"web-{number}";
            var asFirst = first.Anew();
            var asSecond = second.Anew();
            asFirst.Evaluate(key);
            asSecond.Evaluate("another");

            foreach (var instant in Instants(asFirst.Explain(key).SwitchesAt))
            {
                first.Clock.Now = second.Clock.Now = instant;
                Assert.Equal(asSecond.Evaluate(key), asFirst.Evaluate(key));
            }
        }
    }

    [Fact]
    public void A_key_asked_first_by_a_clock_that_is_turned_back_switches_back()
    {
        var asked = new Asked(Schedule);
        var flag = asked.Anew();
        asked.Clock.Now = new DateTimeOffset(2030, 1, 2, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(1, flag.Evaluate("web-1"));

        asked.Clock.Now = new DateTimeOffset(2029, 12, 31, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(0, flag.Evaluate("web-1"));
    }

    [Fact]
    public void Of_two_keys_with_the_same_text_each_is_decided_alike()
    {
        var asked = new Asked(Schedule) { Clock = { Now = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero) } };
        var flag = asked.Anew();

        Assert.Equal(flag.Evaluate("web-1"), flag.Evaluate(new string("web-1")));
    }

    private static IEnumerable<DateTimeOffset> Instants(DateTimeOffset? switches)
    {
        var end = new DateTimeOffset(2030, 1, 2, 0, 0, 0, TimeSpan.Zero);
        foreach (var border in (DateTimeOffset[])[end.AddDays(-2), end, switches ?? end.AddDays(-1)])
        {
            yield return border.AddTicks(-1);
            yield return border;
            yield return border.AddTicks(1);
        }

        for (var hour = -50; hour < 3; hour += 7)
            yield return end.AddHours(hour);
    }

    private sealed class Asked(string rollout)
    {
        public SettableTime Clock { get; } = new();

        /// <summary>The flag of a config that nobody has asked yet.</summary>
        public Flag<int> Anew() => SlowrollConfig
            .FromJson(
                Encoding.UTF8.GetBytes($$"""{"s": {"f": {"stable": 0, "new": 1, {{rollout}} } } }"""),
                new SlowrollOptions { TimeProvider = Clock })
            .GetFlag("s", "f", -1);
    }

    // The package's clock refuses to go back.
    private sealed class SettableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2029, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
