using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text;
using Slowroll.Tests.Promises;

namespace Slowroll.Tests.Observing;

/// <summary>Those who observe a config may be slow; they don't keep many configs in memory.</summary>
[Collection(nameof(TelemetryTests))]
public sealed class CourseReaderTests : OwnSwitches
{
    private const int Configs = 40;

    private readonly ManualResetEventSlim _goOn = new(true);
    private int _hashing;

    [Fact]
    public async Task While_one_config_is_read_only_the_newest_one_waits_and_is_compared_with_the_one_before()
    {
        Sends("0", ("f", At("20:00")), ("g", At("10:00")));
        await using var config = await OpenAsync(hasher: Hash);
        await Settled();

        _goOn.Reset();
        var sent = await SendManyAsync(config, size: 0);
        Assert.InRange(Alive(sent), 1, 8);

        _goOn.Set();
        Log.WaitFor(1);
        await Settled();
        Assert.Equal([$"s.f stable new config {Configs}"], Told());
    }

    [Fact]
    public async Task An_exporter_that_observes_each_of_many_long_configs_has_only_one_of_them_read_at_a_time()
    {
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument is { Meter.Name: "Slowroll", Name: "slowroll.flag.share" })
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        var shares = 0;
        meters.SetMeasurementEventCallback<double>((_, _, _, _) => shares++);
        meters.Start();
        Sends("0", ("f", At("20:00")), ("g", At("10:00")));
        await using var config = await OpenAsync(hasher: Hash);
        await Settled();
        _goOn.Reset();

        var sent = await SendManyAsync(config, size: 300_000, () => meters.RecordObservableInstruments(), 5);
        Assert.Equal(1, _hashing);
        Assert.InRange(Alive(sent), 1, 4);

        _goOn.Set();
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                meters.RecordObservableInstruments();
                return shares > 0;
            },
            TimeSpan.FromMinutes(1)));
    }

    // Not inlined, so that the last config isn't kept by a local.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<List<WeakReference>> SendManyAsync(
        SlowrollConfig config, int size, Action? observe = null, int count = Configs)
    {
        List<WeakReference> sent = [];
        for (var i = 1; i <= count; i++)
        {
            sent.Add(Send(i, size));
            Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
            if (i == 1)
                Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref _hashing) > 0, TimeSpan.FromMinutes(1)));
            observe?.Invoke();
        }

        return sent;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Send(int number, int size)
    {
        var json = $$"""
            {"s": {"f": {{At(number % 2 == 0 ? "10:00" : "20:00")}}, "g": {{At("10:00")}},
            "h{{number}}": {"stable": 1} } {{new string(' ', size)}} }
            """;
        var bytes = Encoding.UTF8.GetBytes(json);
        Source.Answer = (_, _) => ValueTask.FromResult(FetchResult.Fresh(bytes, $"{number}"));
        return new WeakReference(bytes);
    }

    private static int Alive(List<WeakReference> sent)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return sent.Count(each => each.IsAlive);
    }

    private uint Hash(string hashKey)
    {
        if (!_goOn.IsSet)
        {
            Interlocked.Increment(ref _hashing);
            _goOn.Wait();
            Interlocked.Decrement(ref _hashing);
        }

        return 0;
    }
}
