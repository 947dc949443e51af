using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Extensions.Logging;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Promises;

/// <summary>A listener that throws costs its own measurements: everything else goes on.</summary>
[Collection(nameof(TelemetryTests))]
public sealed class ThrowingListenerTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ScriptedSource _source = new();
    private readonly ConcurrentQueue<string> _heard = new();

    public static TheoryData<string> Moments =>
        ["published", "completed", "measured", "listening", "sampling", "started", "stopped"];

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Opening_reading_polling_and_disposing_go_on(string moment)
    {
        _source.Sends(Config(1), "1");
        using (Throwing(moment))
        {
            await using var config = await OpenAsync();
            Assert.Equal(1, config.GetValue("s", "f", "key", -1));
            Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        }

        // From the disk: the first fetch begins on a timer.
        _source.Sends(Config(2), "2");
        using (Throwing(moment))
        {
            var config = await OpenAsync();
            Assert.Equal(1, config.GetValue("s", "f", "key", -1));
            Assert.True(SpinWait.SpinUntil(
                () => config.GetValue("s", "f", "key", -1) == 2, TimeSpan.FromMinutes(1)));
            Assert.NotEqual(RefreshOutcome.Failed, await config.RefreshAsync());
            await config.DisposeAsync();
            await Assert.ThrowsAsync<ObjectDisposedException>(() => config.RefreshAsync());
            Assert.Null(Activity.Current);
        }

        using (Throwing(moment))
            (await OpenAsync()).Dispose();
    }

    [Theory]
    [InlineData("published")]
    [InlineData("completed")]
    [InlineData("measured")]
    public async Task A_listener_that_began_before_one_that_throws_hears_everything_and_nothing_after_the_end(
        string moment)
    {
        _source.Sends(Config(1));
        using var good = Listening(_ => { });
        using var bad = Throwing(moment);
        using var late = Listening(_ => { });
        await using (var config = await OpenAsync())
        {
            config.GetValue("s", "f", "key", -1);
            good.RecordObservableInstruments();
        }

        Assert.All(
            (string[])["slowroll.config.fetches", "slowroll.config.age", "slowroll.flag.evaluations"],
            each => Assert.Contains(each, _heard));
        _heard.Clear();
        good.RecordObservableInstruments();
        late.RecordObservableInstruments();
        Assert.Empty(_heard);
    }

    [Theory]
    [InlineData("started")]
    [InlineData("stopped")]
    public async Task A_span_ends_for_a_listener_that_began_before_one_that_throws(string moment)
    {
        using var good = Listening(_ => { }, _ => { }, _heard.Enqueue);
        using var bad = Throwing(moment);
        _source.Sends(Config(1));
        await (await OpenAsync()).DisposeAsync();

        Assert.Equal(["slowroll.refresh"], _heard);
    }

    // What is made once for each process is made anew in a copy of the library.
    [Theory]
    [MemberData(nameof(Moments))]
    public async Task The_first_config_of_a_process_is_read_and_counted(string moment)
    {
        using var good = Listening(_ => { });
        using var goodSpans = Listening(_ => { }, _ => { }, _heard.Enqueue);
        using var bad = Throwing(moment);
        var context = new AssemblyLoadContext(null, isCollectible: true);
        var copy = context.LoadFromAssemblyPath(typeof(SlowrollConfig).Assembly.Location);
        var configs = copy.GetType("Slowroll.SlowrollConfig")!;
        var options = Activator.CreateInstance(copy.GetType("Slowroll.SlowrollOptions")!)!;
        options.GetType().GetProperty("UseDiskCache")!.SetValue(options, false);

        var fixedConfig = configs.GetMethod("FromJson")!.Invoke(
            null, [new ReadOnlyMemory<byte>("""{"s": {"f": {"stable": 7} } }"""u8.ToArray()), options])!;
        Assert.Equal(7, ValueIn(fixedConfig));
        Assert.Contains("slowroll.flag.evaluations", _heard);

        var opening = (Task)configs.GetMethod(
            "OpenAsync", [typeof(Uri), typeof(string), options.GetType()])!.Invoke(
            null, [new Uri("http://127.0.0.1:1/none.json"), "test", options])!;
        await opening;
        var config = (IAsyncDisposable)opening.GetType().GetProperty("Result")!.GetValue(opening)!;
        Assert.Equal(-1, ValueIn(config));
        await config.DisposeAsync();

        Assert.Contains("slowroll.config.fetches", _heard);
        if (moment != "sampling")
            Assert.Contains("slowroll.refresh", _heard);

        static int ValueIn(object config) => (int)config.GetType().GetMethods()
            .Single(each => each.Name == "GetValue"
                && each.GetParameters() is [_, _, { ParameterType.Name: "String" }, _])
            .MakeGenericMethod(typeof(int))
            .Invoke(config, BindingFlags.DoNotWrapExceptions, null, ["s", "f", "key", -1], null)!;
    }

    [Fact]
    public async Task A_factory_of_loggers_that_throws_leaves_a_config_without_a_log()
    {
        _source.Sends(Config(1));
        using var factory = new LoggerFactory();
        factory.Dispose();
        await using var config = await OpenAsync(factory);

        Assert.Equal(1, config.GetValue("s", "f", "key", -1));
    }

    private Task<SlowrollConfig> OpenAsync(ILoggerFactory? log = null) => SlowrollConfig.OpenAsync(
        _source, "test", new SlowrollOptions
        {
            CacheDirectory = _directory["cache"],
            LoggerFactory = log,
            ProcessHashKey = new HashKey("web-1"),
            PollInterval = Timeout.InfiniteTimeSpan,
        });

    private Disposing Throwing(string moment)
    {
        var isOver = false;
        IDisposable listener = moment is "published" or "completed" or "measured"
            ? Listening(Throw)
            : Listening(Throw, Throw, _ => Throw("stopped"));
        return new(() =>
        {
            isOver = true;
            listener.Dispose();
        });

        void Throw(string now)
        {
            if (now == moment && !isOver)
                throw new InvalidOperationException("a bug");
        }
    }

    private MeterListener Listening(Action<string> onMoment)
    {
        var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name != "Slowroll")
                    return;

                onMoment("published");
                listener.EnableMeasurementEvents(instrument);
            },
            MeasurementsCompleted = (_, _) => onMoment("completed"),
        };
        meters.SetMeasurementEventCallback<long>((instrument, _, _, _) => Hear(instrument));
        meters.SetMeasurementEventCallback<double>((instrument, _, _, _) => Hear(instrument));

        // Whoever throws here at what exists already harms only who starts it.
        Ignore(meters.Start);
        return meters;

        void Hear(Instrument instrument)
        {
            onMoment("measured");
            _heard.Enqueue(instrument.Name);
        }
    }

    private static ActivityListener Listening(Action<string> onSample, Action<string> onStart, Action<string> onStop)
    {
        var spans = new ActivityListener
        {
            ShouldListenTo = source =>
            {
                if (source.Name == "Slowroll")
                    onSample("listening");
                return source.Name == "Slowroll";
            },
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
            {
                onSample("sampling");
                return ActivitySamplingResult.AllData;
            },
            ActivityStarted = _ => onStart("started"),
            ActivityStopped = activity => onStop(activity.OperationName),
        };
        Ignore(() => ActivitySource.AddActivityListener(spans));
        return spans;
    }

    private sealed class Disposing(Action dispose) : IDisposable
    {
        public void Dispose() => dispose();
    }

    private static void Ignore(Action start)
    {
        try
        {
            start();
        }
        catch (InvalidOperationException)
        {
        }
    }
}
