using System.Diagnostics.Metrics;

namespace Slowroll.Telemetry;

/// <summary>Instruments of the meter <c>Slowroll</c>. Nothing that a listener throws comes out of here: it is foreign
/// code, and .NET calls it when an instrument is made and when it ends.</summary>
/// <remarks>Each instrument has a <see cref="Meter"/> of its own with that name: when a meter with several instruments
/// is disposed and a listener throws, .NET would leave the rest of them.</remarks>
internal sealed class ForgivingMeter : IDisposable
{
    private readonly List<Meter> _meters = [];
    private readonly List<Action> _releases = [];

    /// <summary>Makes a counter.</summary>
    public Counter<long> CreateCounter(string name, string unit, string description)
    {
        var meter = NewMeter();
        Counter<long>? counter = null;
        Guard.Run(() => counter = meter.CreateCounter<long>(name, unit, description));
        return counter ?? Published(meter) ?? Unheard(name, unit, description);
    }

    /// <summary>Makes a gauge. When this is disposed, nothing of what it observes is kept, even if a listener
    /// stays.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="description">What it says.</param>
    /// <param name="observe">Measures. What it throws measures nothing.</param>
    public void CreateGauge<T>(string name, string unit, string description, Func<IEnumerable<Measurement<T>>> observe)
        where T : struct
    {
        var observed = new Observed<T>(observe);
        _releases.Add(observed.Release);
        var meter = NewMeter();
        Guard.Run(() => meter.CreateObservableGauge(name, observed.Measure, unit, description));
    }

    public void Dispose()
    {
        foreach (var release in _releases)
            release();
        foreach (var meter in _meters)
            Guard.Run(meter.Dispose);
    }

    private Meter NewMeter()
    {
        var meter = new Meter(FetchTelemetry.Name);
        _meters.Add(meter);
        return meter;
    }

    // The counter is in use although a listener has thrown: only the constructor didn't return it.
    private static Counter<long>? Published(Meter meter)
    {
        Counter<long>? counter = null;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (ReferenceEquals(instrument.Meter, meter))
                    counter = instrument as Counter<long>;
            },
        };
        Guard.Run(listener.Start);
        return counter;
    }

    // A meter that is disposed already tells nobody of its instruments.
    private static Counter<long> Unheard(string name, string unit, string description)
    {
        var meter = new Meter(FetchTelemetry.Name);
        meter.Dispose();
        return meter.CreateCounter<long>(name, unit, description);
    }

    private sealed class Observed<T>(Func<IEnumerable<Measurement<T>>> observe) where T : struct
    {
        private volatile Func<IEnumerable<Measurement<T>>>? _observe = observe;

        public IEnumerable<Measurement<T>> Measure()
        {
            IEnumerable<Measurement<T>>? measured = null;
            Guard.Run(() => measured = _observe?.Invoke());
            return measured ?? [];
        }

        public void Release() => _observe = null;
    }
}
