using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Slowroll.Tests.Promises;

/// <summary>A caller with all that flows along: an async-local of its own, and a logging scope as real providers keep
/// it. What runs for it notes how much of that it sees.</summary>
internal sealed class Caller : ILoggerProvider, ISupportExternalScope
{
    private static readonly AsyncLocal<string?> Local = new();

    private readonly ConcurrentQueue<(string What, string Seen)> _seen = new();
    private readonly ILoggerFactory _loggers;
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public Caller() =>
        _loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this));

    public ILoggerFactory Loggers => _loggers;

    /// <summary>All that was seen by what has a text in its name; empty texts where nothing was.</summary>
    public IReadOnlyList<string> SeenBy(string what) =>
        [.. _seen.Where(each => each.What.Contains(what, StringComparison.Ordinal)).Select(each => each.Seen)];

    /// <summary>Calls as a request would.</summary>
    public async Task<T> CallsAsync<T>(Func<Task<T>> call)
    {
        Local.Value = "the caller's local";
        using var scope = _loggers.CreateLogger("caller").BeginScope("the caller's scope");
        Note("the caller itself");
        return await call();
    }

    /// <summary>Notes what flows into whoever calls this.</summary>
    public void Note(string what)
    {
        List<string> seen = Local.Value is { } local ? [local] : [];
        _scopes.ForEachScope((scope, all) => all.Add($"{scope}"), seen);
        _seen.Enqueue((what, string.Join(" and ", seen)));
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new Category(this);

    void ISupportExternalScope.SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    void IDisposable.Dispose() { }

    private sealed class Category(Caller caller) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            caller.Note($"log {eventId.Name}");
    }
}
