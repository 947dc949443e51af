using Microsoft.Extensions.Logging;
using Slowroll.Evaluating;

namespace Slowroll.Observing;

/// <summary>Those who observe the flags of a live config: gauges, and a watch for the switches of this
/// process.</summary>
/// <param name="flags">The flags.</param>
/// <param name="options">The hash key of this process, and the clock.</param>
/// <param name="sourceName">The source's name, which is free of secrets.</param>
/// <param name="logger">The log.</param>
internal sealed class FlagObservers(FlagTable flags, SlowrollOptions options, string sourceName, ILogger logger)
    : IDisposable
{
    private readonly object _gate = new();
    private FlagGauges? _gauges;
    private SwitchWatch? _watch;
    private SwitchEvents? _events;
    private bool _hasBegun;
    private bool _isOver;

    /// <summary>Begins to observe. It is called before each fetch that may be the first, so that it doesn't delay a
    /// start from the cache.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            if (_isOver || _hasBegun)
                return;

            _hasBegun = true;
            var reader = new CourseReader(flags, options.ProcessHashKey);
            if (options.ProcessHashKey is { } own)
            {
                _events = new SwitchEvents(own, sourceName, logger);
                _watch = new SwitchWatch(flags, reader, options.TimeProvider, _events.Tell);
                _watch.Note(long.MaxValue);
            }

            _gauges = new FlagGauges(flags, reader, options.ProcessHashKey is not null, sourceName, logger);
        }

        Look();
    }

    /// <summary>Notes that another config or other locks have gone into force. It is called before anything else can go
    /// into force. Costs a reading of the clock; never throws.</summary>
    /// <param name="untilTicks">The latest instant at which what was in force before could be asked, if its clock stood
    /// still then.</param>
    public void Note(long untilTicks = long.MaxValue) => _watch?.Note(untilTicks);

    /// <summary>Looks for switches: time has passed, or something was noted.</summary>
    public void Look() => _watch?.Look();

    /// <summary>Completes when the switches so far were reported, at the latest after some time.</summary>
    public Task WaitAsync(TimeSpan patience) => _events?.WaitAsync(patience) ?? Task.CompletedTask;

    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            _gauges?.Dispose();
            _watch?.Dispose();
        }
    }
}
