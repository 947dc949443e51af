using Microsoft.Extensions.Logging;

namespace Slowroll.Tests;

/// <summary>A logger that calls the test.</summary>
internal sealed class CallingLogger(Action<EventId, object?> onLog, Func<bool>? isEnabled = null)
    : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) { }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => isEnabled?.Invoke() ?? true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        onLog(eventId, state);

    public void Dispose() { }
}
