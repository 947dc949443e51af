using System.Diagnostics;
using Slowroll.Telemetry;
using Slowroll.Tests.Promises;

namespace Slowroll.Tests.Telemetry;

/// <summary>A span that is over is nobody's current one, whatever a listener does.</summary>
[Collection(nameof(TelemetryTests))]
public sealed class SpansTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_listener_that_throws_leaves_the_span_of_before(bool atStart)
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Slowroll",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = _ => Throw(atStart),
            ActivityStopped = _ => Throw(!atStart),
        };
        ActivitySource.AddActivityListener(listener);

        Spans.Mark("slowroll.test", []);
        Assert.Null(Activity.Current);

        using var request = new Activity("request").Start();
        Spans.Mark("slowroll.test", []);
        Assert.Same(request, Activity.Current);

        var span = Spans.Start("slowroll.test", ActivityKind.Client, new("slowroll.source", "script"));
        Assert.Same(request, span!.Parent);
        Spans.Stop(span);
        Assert.Same(request, Activity.Current);
        Assert.True(span.IsStopped);

        static void Throw(bool now)
        {
            if (now)
                throw new InvalidOperationException("a bug");
        }
    }
}
