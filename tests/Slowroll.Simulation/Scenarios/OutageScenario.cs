using Slowroll.Charts;
using Slowroll.Simulation.Fleets;
using Slowroll.Simulation.Printing;
using Slowroll.Simulation.Servers;

namespace Slowroll.Simulation.Scenarios;

/// <summary>The server is down for some time, and comes back.</summary>
internal static class OutageScenario
{
    private const int SimpleSeconds = 10;
    private static readonly TimeSpan Asked = TimeSpan.FromMinutes(2);

    /// <summary>An interval before, the outage, and five intervals after it.</summary>
    public static Outcome Run(Settings settings)
    {
        var interval = settings.IntervalSeconds;
        var down = interval;
        var up = down + (int)Math.Ceiling(settings.Outage.TotalSeconds);
        var seconds = up + 5 * interval;
        var polling = new SlowrollPolling(settings.Interval);
        var timesOut = Answer.Refused with { Took = (int)Settings.FetchTimeout.TotalMilliseconds };
        (string Name, IPolling Polling, Answer Answer, int Parts)[] cases =
        [
            ("Slowroll, refused at once", polling, Answer.Refused, 1),
            ($"Slowroll, no answer within {Settings.FetchTimeout.TotalSeconds} s", polling, timesOut, 1),
            ($"Slowroll, 503 with Retry-After: {Asked.TotalSeconds}", polling,
                Answer.Refused with { RetryAfter = Asked }, 1),
            ($"a simple loop, again after {SimpleSeconds} s, refused at once",
                new SimplePolling(settings.Interval, TimeSpan.FromSeconds(SimpleSeconds)), Answer.Refused,
                Settings.SimpleShare),
        ];

        var loads = Runs.All(cases, each => new Fleet(settings.Clients / each.Parts, seconds, each.Polling, new Server
        {
            DownFrom = down * 1000,
            DownUntil = up * 1000,
            WhileDown = each.Answer,
        }, settings.Seed).RunOn().Times(each.Parts));
        var rows = cases.Zip(loads, (each, load) => (IReadOnlyList<string>)
        [
            each.Name,
            Figure.Of(load.Peak(down, up)),
            Figure.Of(load.Mean(Math.Max(down, up - interval), up)),
            Figure.Of(load.Peak(up, up + interval)),
            Figure.Of(load.Peak(up + interval, seconds)),
            Figure.Seconds(load.SecondsUntil(up, second => load.Failing[second] == 0)),
        ]).ToList();
        return new(
            "outage",
            new(["requests a second", "busiest in the outage", "its last interval, on average",
                "busiest of the first interval after it", "busiest later", "everybody has an answer after"], rows),
            new QuantityChart(
                $"{Figure.Of(settings.Clients)} clients, a server that is down: requests a second",
                TimeSpan.FromSeconds(seconds),
                [.. cases.Zip(loads, (each, load) => Runs.Line(each.Name, load))])
            {
                IsLogarithmic = true,
                Shaded = [new(TimeSpan.FromSeconds(down), TimeSpan.FromSeconds(up))],
            });
    }
}
