using Microsoft.Extensions.Logging;

namespace Slowroll.Processes.Tests;

/// <summary>A process that opens the config at a URL through the proxy of its environment, and prints all that is told
/// of it.</summary>
internal static class ProxyUser
{
    public const string Verb = "open";

    public static async Task<int> RunAsync(string url)
    {
        using var log = new PrintedLog();
        await using var config = await SlowrollConfig.OpenAsync(new Uri(url), "proxied", new()
        {
            UseDiskCache = false,
            PollInterval = Timeout.InfiniteTimeSpan,
            StartupTimeout = TimeSpan.FromHours(1),
            LoggerFactory = log,
        });
        Console.WriteLine(config.Status);
        return 0;
    }

    // Everything, down to the exceptions.
    private sealed class PrintedLog : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) { }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Console.WriteLine($"{eventId.Id}: {formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
