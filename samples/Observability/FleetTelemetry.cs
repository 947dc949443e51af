using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Observability;

/// <summary>OpenTelemetry's SDK with what Slowroll tells: logs, metrics and spans. Where they go to, the caller
/// says.</summary>
public sealed class FleetTelemetry : IDisposable
{
    private const string Slowroll = "Slowroll";

    private readonly MeterProvider _metrics;
    private readonly TracerProvider _traces;

    /// <param name="logs">Adds exporters of log records, which events are.</param>
    /// <param name="metrics">Adds exporters of metrics.</param>
    /// <param name="traces">Adds exporters of spans.</param>
    public FleetTelemetry(
        Action<OpenTelemetryLoggerOptions> logs, Action<MeterProviderBuilder> metrics,
        Action<TracerProviderBuilder> traces)
    {
        Logs = LoggerFactory.Create(logging => logging.AddOpenTelemetry(options =>
        {
            // The sentence itself as the body of a record, in place of its template.
            options.IncludeFormattedMessage = true;
            logs(options);
        }));

        var meters = Sdk.CreateMeterProviderBuilder().AddMeter(Slowroll);
        metrics(meters);
        _metrics = meters.Build();

        var spans = Sdk.CreateTracerProviderBuilder().AddSource(Slowroll);
        traces(spans);
        _traces = spans.Build();
    }

    /// <summary>The log for <c>SlowrollOptions.LoggerFactory</c>.</summary>
    public ILoggerFactory Logs { get; }

    /// <summary>Observes the gauges now, and sends everything.</summary>
    public void Flush()
    {
        _metrics.ForceFlush();
        _traces.ForceFlush();
    }

    public void Dispose()
    {
        Logs.Dispose();
        _metrics.Dispose();
        _traces.Dispose();
    }
}
