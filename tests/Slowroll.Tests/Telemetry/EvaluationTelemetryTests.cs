using System.Diagnostics.Metrics;
using System.Text;
using Slowroll.Tests.Promises;

namespace Slowroll.Tests.Telemetry;

/// <summary>Who listens sees what is decided, and changes nothing of it.</summary>
[Collection(nameof(TelemetryTests))]
public class EvaluationTelemetryTests
{
    private const string Schedule = "\"end_time\": \"2030-01-02 00:00Z\", \"duration\": \"2d\"";

    private static readonly DateTimeOffset End = new(2030, 1, 2, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Schedule)]
    [InlineData(Schedule + ", \"start_pct\": 75, \"end_pct\": 25, \"salt\": \"winter\"")]
    [InlineData(Schedule + ", \"early_adopters\": [\"web-1\"], \"early_adopter_patterns\": [\"web-2.*\"]")]
    [InlineData(Schedule + ", \"interpolate\": true, \"early_adopters\": [\"web-1\"]")]
    [InlineData("\"early_adopters\": [\"web-1\"]")]
    [InlineData("\"end_time\": \"soon\", \"duration\": \"2d\", \"early_adopters\": [\"web-1\"]")]
    [InlineData("\"end_time\": \"2030-01-02 00:00Z\"")]
    public void A_listener_changes_no_answer_and_hears_the_side_that_is_explained(string rollout)
    {
        var clock = new SettableTime();
        var config = SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes($$"""{"s": {"f": {"stable": 0, "new": 1000, {{rollout}} } } }"""),
            new SlowrollOptions { TimeProvider = clock });
        var flag = config.GetFlag("s", "f", -1);
        List<string> questions = [.. Enumerable.Range(0, 40).Select(number => $"web-{number}")];

        for (var hour = -50; hour < 3; hour += 4)
        {
            clock.Now = End.AddHours(hour);
            List<int> unheard = [.. questions.Select(flag.Evaluate)];
            List<string> sides = [.. questions.Select(hashKey => flag.Explain(hashKey).Side.ToString())];

            List<string> heard = [];
            using (Listen(heard))
                Assert.Equal(unheard, questions.Select(flag.Evaluate));
            Assert.Equal(sides, heard);
        }
    }

    private static MeterListener Listen(List<string> heard)
    {
        MeterListener listener = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "slowroll.flag.evaluations")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            foreach (var (name, value) in tags)
            {
                if (name == "feature_flag.result.variant")
                    heard.Add(Enum.Parse<Side>($"{value}", ignoreCase: true).ToString());
            }
        });
        listener.Start();
        return listener;
    }

    private sealed class SettableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
