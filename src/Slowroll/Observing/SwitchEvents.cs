using Microsoft.Extensions.Logging;
using Slowroll.Telemetry;
using Slowroll.Texts;

namespace Slowroll.Observing;

/// <summary>Logs each switch of this process as an event, and makes a span without a length of it for those who listen
/// to spans.</summary>
internal sealed class SwitchEvents(HashKey own, string source, ILogger logger)
{
    private const string Template =
        "This process ({feature_flag.context.id}) has switched the flag {feature_flag.key} from "
        + "{slowroll.switch.from} to {slowroll.switch.to} (reason: {slowroll.switch.reason}, ETag: "
        + "{feature_flag.version}).";

    private static readonly EventId Id = new(26, TelemetryNames.Switched);

    private readonly string _own = OneLine.Message(own.Value, Exposures.LongestHashKey);
    private readonly EventQueue _queue = new(TelemetryNames.Switched, logger);

    /// <summary>Reports a switch soon, on another thread.</summary>
    public void Tell(FlagSwitch one)
    {
        var kept = one with
        {
            Flag = one.Flag.Kept,
            ETag = one.ETag is null ? null : OneLine.Kept(one.ETag, OneLine.Longest),
        };
        _queue.Add(() => TellNow(kept));
    }

    /// <summary>Completes when all switches so far were reported, at the latest after some time.</summary>
    public Task WaitAsync(TimeSpan patience) => _queue.WaitAsync(patience);

    private void TellNow(FlagSwitch one)
    {
        var key = one.Flag.Shown;
        var (from, to) = (TelemetryNames.Of(one.From), TelemetryNames.Of(one.To));
        var reason = NameOf(one.Reason);
        var etag = one.ETag is null ? null : OneLine.Of(one.ETag);
        var state = new EventState(
            $"This process ({_own}) has switched the flag {key} from {from} to {to} (reason: {reason}, ETag: "
                + $"{etag ?? "none"}).",
            Template,
            new(TelemetryNames.FlagKey, key),
            new(TelemetryNames.SwitchFrom, from),
            new(TelemetryNames.SwitchTo, to),
            new(TelemetryNames.SwitchReason, reason),
            new(TelemetryNames.Provider, TelemetryNames.Slowroll),
            new(TelemetryNames.ContextId, _own),
            new(TelemetryNames.SetId, source),
            new(TelemetryNames.Version, etag));
        Spans.Mark(TelemetryNames.Switched, state.Attributes);
        if (logger.IsEnabled(LogLevel.Information))
            logger.Log(LogLevel.Information, Id, state, null, static (state, _) => state.ToString());
    }

    private static string NameOf(SwitchReason reason) => reason switch
    {
        SwitchReason.Schedule => "schedule",
        SwitchReason.Rollback => "rollback",
        SwitchReason.Config => "config",
        SwitchReason.Lock => "lock",
        _ => "clock",
    };
}
