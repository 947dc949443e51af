using Microsoft.Extensions.Logging;
using Slowroll.Texts;

namespace Slowroll.Telemetry;

/// <summary>Logs the first time that a hash key gets a side of a flag, as OpenTelemetry's event of an
/// evaluation.</summary>
/// <remarks>Logging is done on another thread than the read.</remarks>
internal sealed class Exposures
{
    /// <summary>How many characters of a hash key are logged.</summary>
    public const int LongestHashKey = 200;

    private const string Template =
        "The flag {feature_flag.key} gave {feature_flag.result.variant} to {feature_flag.context.id} "
        + "({feature_flag.result.reason}).";

    private static readonly EventId Id = new(25, TelemetryNames.Evaluation);

    private readonly int _most;
    private readonly string? _setId;
    private readonly ILogger _logger;
    private readonly ExposedPairs _pairs;
    private readonly EventQueue _queue;

    private Exposures(int most, string? setId, ILogger logger)
    {
        (_most, _setId, _logger) = (most, setId, logger);
        _pairs = new(most);
        _queue = new(TelemetryNames.Evaluation, logger);
    }

    /// <summary>The exposures that options ask for; null if they ask for none, or if there is no log.</summary>
    /// <param name="options">The options.</param>
    /// <param name="setId">The name of the source; null for a fixed config.</param>
    /// <param name="logger">The log.</param>
    public static Exposures? Of(SlowrollOptions options, string? setId, ILogger logger) =>
        options is { MaxExposures: > 0 and var most, LoggerFactory: not null }
            ? new Exposures(most, setId, logger)
            : null;

    /// <summary>Whether a pair is new, so that <see cref="Tell"/> has to be called.</summary>
    /// <remarks>Costs a hash of the hash key and a look-up; once it is full, a field read. Never throws.</remarks>
    public bool IsFirst(long flag, string hashKey, Side side)
    {
        try
        {
            var isFirst = _pairs.TryAdd(flag, hashKey, side, out var wasLast);
            if (wasLast)
                _queue.AddLast(() => Log.ExposuresFull(_logger, _most));
            return isFirst;
        }
#pragma warning disable CA1031 // There may be too little memory, and this is called within a read.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    /// <summary>Whether no pair is new any more.</summary>
    public bool IsFull => _pairs.IsFull;

    /// <summary>Logs an exposure soon. Never throws.</summary>
    public void Tell(Exposure exposure)
    {
        try
        {
            var kept = exposure.Kept;
            _queue.Add(() => LogNow(kept));
        }
#pragma warning disable CA1031 // As above.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>Completes when all exposures so far were logged, at the latest after some time.</summary>
    public Task WaitAsync(TimeSpan patience) => _queue.WaitAsync(patience);

    private void LogNow(Exposure exposure)
    {
        if (!_logger.IsEnabled(LogLevel.Information))
            return;

        var key = exposure.Flag.Shown;
        var variant = TelemetryNames.Of(exposure.Side);
        var hashKey = OneLine.Message(exposure.HashKey, LongestHashKey);
        var reason = ExposureReason.Of(exposure.Reason, exposure.IsStopped);
        var state = new EventState(
            $"The flag {key} gave {variant} to {hashKey} ({reason}).",
            Template,
            new(TelemetryNames.FlagKey, key),
            new(TelemetryNames.Variant, variant),
            new(TelemetryNames.Reason, reason),
            new(TelemetryNames.Provider, TelemetryNames.Slowroll),
            new(TelemetryNames.ContextId, hashKey),
            new(TelemetryNames.SetId, _setId),
            new(TelemetryNames.Version, exposure.ETag is { } etag ? OneLine.Of(etag) : null),
            new(TelemetryNames.ErrorType, ExposureReason.ErrorOf(exposure.Reason, exposure.HasConfig)),
            new(TelemetryNames.ErrorMessage, exposure.Error is { } error ? OneLine.Message(error) : null));
        _logger.Log(LogLevel.Information, Id, state, null, static (state, _) => state.ToString());
    }
}
