using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Slowroll.Tests;

/// <summary>A log that keeps every line, down to the last detail.</summary>
internal sealed class Lines : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Level, text, and the exception if there was one.</summary>
    public IReadOnlyList<string> All => [.. _lines];

    /// <summary>The lines that have a text in them.</summary>
    public IReadOnlyList<string> With(string text) =>
        [.. _lines.Where(line => line.Contains(text, StringComparison.Ordinal))];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) { }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}".TrimEnd());

    public void Dispose() { }
}
