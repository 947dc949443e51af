using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Slowroll.Tests;

/// <summary>A log that keeps the events of one name: of each what a logging provider would send.</summary>
internal sealed class EventLines(string name) : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<Dictionary<string, object?>> _events = new();

    /// <summary>Is called with each event, after it was kept.</summary>
    public Action? OnLog { get; set; }

    public IReadOnlyList<Dictionary<string, object?>> All => [.. _events];

    /// <summary>Some values of each event, with blanks between them.</summary>
    public IReadOnlyList<string> Only(params string[] names) =>
        [.. _events.Select(each => string.Join(' ', names.Select(name => each.GetValueOrDefault(name) ?? "-")))];

    /// <summary>Waits until there are so many.</summary>
    public void WaitFor(int count) => Assert.True(
        SpinWait.SpinUntil(() => _events.Count >= count, TimeSpan.FromSeconds(60)),
        $"{_events.Count} events instead of {count}");

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) { }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name != name)
            return;

        var values = ((IReadOnlyList<KeyValuePair<string, object?>>)state!).ToDictionary();
        values["level"] = logLevel;
        values["message"] = formatter(state, exception);
        _events.Enqueue(values);
        OnLog?.Invoke();
    }

    public void Dispose() { }
}
