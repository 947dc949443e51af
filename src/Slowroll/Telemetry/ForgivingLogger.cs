using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Slowroll.Texts;

namespace Slowroll.Telemetry;

/// <summary>Logs as another logger does, each message on one line, and never throws: a log that is full must neither
/// fail a flag nor end the polling.</summary>
internal sealed class ForgivingLogger(ILogger logger) : ILogger
{
    /// <summary>The log that options name; if they name none, or if it can't be had, one that logs nothing.</summary>
    public static ILogger Of(SlowrollOptions options)
    {
        try
        {
            return options.LoggerFactory is { } factory
                ? new ForgivingLogger(factory.CreateLogger(Telemetry.Log.Category))
                : NullLogger.Instance;
        }
#pragma warning disable CA1031 // As below. A host that is ending has disposed its factory already.
        catch (Exception)
#pragma warning restore CA1031
        {
            return NullLogger.Instance;
        }
    }

    public bool IsEnabled(LogLevel logLevel)
    {
        try
        {
            return logger.IsEnabled(logLevel);
        }
#pragma warning disable CA1031 // A logger is foreign code, and there is nowhere to log this.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        try
        {
            // A message is one line of the log, whatever it quotes.
            logger.Log(logLevel, eventId, state, exception, (said, cause) => OneLine.Message(formatter(said, cause)));
        }
#pragma warning disable CA1031 // As above.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
}
