using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Surviving;

/// <summary>Cases of the list of what must be survived that belong to no one class.</summary>
public class SurviveTests
{
    private readonly ScriptedSource _source = new();

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("sv-SE")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void Survive_61_a_culture_changes_no_answer(string culture)
    {
        const string Ramp = """
            "end_time": "2030-01-02 00:00:00.5Z", "duration": "1.5d", "start_pct": 12.5, "end_pct": 99.5,
            "early_adopter_patterns": ["(?i)istanbul"]
            """;
        var sides = $$"""{"stable": -1, "new": 1, {{Ramp}}}""";
        var numbers = $$"""{"stable": -1.5, "new": 1.5, "interpolate": true, {{Ramp}}}""";
        string[] keys = ["web-1", "web-2", "ISTANBUL", "istanbul", "\u0130stanbul"];
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var expected = Answers();
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, Answers());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        List<object> Answers() =>
        [
            .. keys.Select(key => (object)Fixed(sides).GetFlag("s", "f", 0).Explain(key)),
            .. keys.Select(key => Fixed(numbers).Explain("s", "f", key).Value.GetRawText()),
        ];
    }

    [Fact]
    public async Task Survive_66_nothing_ever_goes_back_to_the_callers_synchronization_context()
    {
        _source.Answer = async (_, _) =>
        {
            await Task.Yield();
            return FetchResult.Fresh(Encoding.UTF8.GetBytes(Config(1)), null);
        };
        var context = new CountingContext();
        await Task.Factory.StartNew(() =>
        {
            SynchronizationContext.SetSynchronizationContext(context);
            var config = OpenAsync().GetAwaiter().GetResult();
            config.RefreshAsync().GetAwaiter().GetResult();
            config.DisposeAsync().AsTask().GetAwaiter().GetResult();
            SynchronizationContext.SetSynchronizationContext(null);
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Assert.Equal(0, context.Posts);
    }

    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static SlowrollConfig Fixed(string flag) => SlowrollConfig.FromJson(
        Encoding.UTF8.GetBytes($$"""{"s": {"f": {{flag}} } }"""),
        new SlowrollOptions { TimeProvider = new FakeTimeProvider(Noon) });

    private Task<SlowrollConfig> OpenAsync() =>
        SlowrollConfig.OpenAsync(_source, "test", new SlowrollOptions { UseDiskCache = false });

    // Runs what is posted to it, so that a fault fails the test instead of hanging it.
    private sealed class CountingContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => _posts;

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }
    }
}
