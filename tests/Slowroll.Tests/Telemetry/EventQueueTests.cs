using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Slowroll.Observing;
using Slowroll.Telemetry;

namespace Slowroll.Tests.Telemetry;

/// <summary>Whatever a log does, what waits for it is limited, and what is lost is counted.</summary>
public sealed class EventQueueTests : ExposedFlag
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<(string? Name, object? State)> _logged = new();
    private readonly ManualResetEventSlim _isBlocked = new();
    private readonly ManualResetEventSlim _goOn = new();

    [Fact]
    public async Task First_evaluations_that_a_blocked_log_has_lost_are_counted_in_one_line()
    {
        const int Most = 11_000;
        var config = Of("""{"stable": 1}""", Blocked(Most));
        for (var i = 0; i < Most + 5; i++)
            config.GetValue("s", "f", $"web-{i}", -1);
        _goOn.Set();
        await Task.WhenAll(config.DisposeAsync().AsTask(), UntilAsync("EventsLost", "ExposuresFull"));

        Assert.Equal(EventQueue.MostWaiting, _logged.Count(each => each.Name == "feature_flag.evaluation"));
        Assert.Equal(
            "The log was too slow for the events feature_flag.evaluation. Lost: 1000; at most 10000 wait.",
            Assert.Single(_logged, each => each.Name == "EventsLost").State!.ToString());
        Assert.Equal("ExposuresFull", _logged.Last().Name);
    }

    [Fact]
    public async Task Switches_that_a_blocked_log_has_lost_are_counted_in_one_line_each_time()
    {
        var events = new SwitchEvents(new HashKey("web-1"), "script", Logging(_ => Block()));
        Tell(10_500);
        _goOn.Set();
        await UntilAsync("EventsLost");
        await events.WaitAsync(Long);
        Assert.Equal(10_000, _logged.Count(each => each.Name == "slowroll.flag.switched"));

        _goOn.Reset();
        _isBlocked.Reset();
        Tell(10_001);
        _goOn.Set();
        await events.WaitAsync(Long);

        Assert.Equal(
            [500, 1],
            _logged.Where(each => each.Name == "EventsLost").Select(each => ValueOf(each.State, "Count")));

        void Tell(int count)
        {
            events.Tell(new(new("s", "first"), Side.Stable, Side.New, SwitchReason.Config, "1"));
            Assert.True(_isBlocked.Wait(Long));
            for (var i = 1; i < count; i++)
                events.Tell(new(new("s", $"f{i}"), Side.Stable, Side.New, SwitchReason.Config, "1"));
        }
    }

    [Fact]
    public async Task While_a_log_loses_events_all_the_time_a_line_says_so_now_and_then()
    {
        var told = 0;
        EventQueue queue = null!;
        queue = new("test", Logging(_ => { }));
        for (var i = 0; i < 2_000; i++)
            queue.Add(Add);
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref told) >= 20_000, Long));
        await queue.WaitAsync(Long);

        List<int> lines =
            [.. _logged.Where(each => each.Name == "EventsLost").Select(each => ValueOf(each.State, "Count"))];
        Assert.InRange(lines.Count, 1, told / 100 + 2);
        Assert.Equal(2_000 + (19_999 * 3), told + lines.Sum());

        void Add()
        {
            if (++told >= 20_000)
                return;
            for (var i = 0; i < 3; i++)
                queue.Add(Add);
        }
    }

    [Fact]
    public void What_waits_is_as_long_as_what_is_logged()
    {
        var config = Of("""{"stable": 1}""", Blocked(1_000));
        config.GetValue("s", "f", "first", -1);
        Assert.True(_isBlocked.Wait(Long));

        var texts = Ask(config);
        Collect();
        Assert.DoesNotContain(texts, each => each.IsAlive);
        _goOn.Set();

        [MethodImpl(MethodImplOptions.NoInlining)]
        static List<WeakReference> Ask(SlowrollConfig config)
        {
            List<WeakReference> texts = [];
            for (var i = 0; i < 20; i++)
            {
                var (hashKey, key) = ($"{new string('x', 100_000)}{i}", $"{new string('y', 100_000)}{i}");
                config.GetValue("s", "f", hashKey, -1);
                config.GetFlag("s", "f", -1).Evaluate(hashKey);
                config.GetValue("s", key, "key", -1);
                texts.Add(new(hashKey));
                texts.Add(new(key));
            }

            return texts;
        }
    }

    [Fact]
    public void A_log_that_never_returns_does_not_keep_what_belongs_to_requests()
    {
        var queue = new EventQueue("test", NullLogger.Instance, TimeSpan.FromMilliseconds(20));
        queue.Add(Block);
        Assert.True(_isBlocked.Wait(Long));

        var requests = Enumerable.Range(0, 50).Select(_ => Request(queue)).ToList();
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                Collect();
                return requests.TrueForAll(each => !each.IsAlive);
            },
            Long));
        _goOn.Set();

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Request(EventQueue queue)
        {
            var request = new object();
            var local = new AsyncLocal<object?> { Value = request };
            queue.Add(static () => { });
            local.Value = null;
            return new(request);
        }
    }

    private SlowrollOptions Blocked(int most)
    {
        var options = Options(most: most);
        options.LoggerFactory = Logging(_ => Block());
        return options;
    }

    private CallingLogger Logging(Action<string?> onLog) => new((id, state) =>
    {
        _logged.Enqueue((id.Name, state));
        onLog(id.Name);
    });

    private void Block()
    {
        _isBlocked.Set();
        _goOn.Wait();
    }

    private Task UntilAsync(params string[] names) => Task.Run(() => Assert.True(SpinWait.SpinUntil(
        () => names.All(name => _logged.Any(each => each.Name == name)), Long)));

    private static int ValueOf(object? state, string name) =>
        (int)((IReadOnlyList<KeyValuePair<string, object?>>)state!).Single(each => each.Key == name).Value!;

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
