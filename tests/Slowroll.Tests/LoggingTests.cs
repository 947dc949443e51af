using Microsoft.Extensions.Logging;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests;

/// <summary>A logger is foreign code, too.</summary>
public class LoggingTests
{
    private const string Faulty = """{"s": {"f": {"new": 1}}}""";
    private readonly ScriptedSource _source = new();

    [Fact]
    public async Task A_logger_that_throws_does_not_stop_refreshing()
    {
        _source.Fails("down");
        await using var config = await OpenAsync(_ => throw new InvalidOperationException("the log is full"));
        _source.Sends(Config(1));

        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
    }

    [Fact]
    public async Task A_logger_that_throws_does_not_make_a_flag_throw()
    {
        _source.Sends(Faulty);
        await using var config = await OpenAsync(_ => throw new InvalidOperationException("the log is full"));

        Assert.Equal(-1, config.GetValue("s", "f", "key", -1));
    }

    [Fact]
    public async Task A_logger_may_look_for_flags_while_a_new_config_comes_into_force()
    {
        _source.Sends(Config(1));
        SlowrollConfig? config = null;
        await using var opened = config = await OpenAsync(id => config?.GetFlag("logging", id.Name!, false));
        config.GetFlag("s", "f", -1);
        _source.Sends(Faulty);

        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
    }

    [Fact]
    public async Task A_new_config_is_in_force_when_the_log_says_so()
    {
        _source.Sends(Config(1));
        SlowrollConfig? config = null;
        var seen = new List<int?>();
        await using var opened = config = await OpenAsync(_ => seen.Add(config?.GetValue("s", "f", "key", -1)));
        _source.Sends(Config(2));
        await config.RefreshAsync();

        Assert.Equal([null, 2], seen);
    }

    private Task<SlowrollConfig> OpenAsync(Action<EventId> onLog) => SlowrollConfig.OpenAsync(
        _source, "test", new SlowrollOptions { UseDiskCache = false, LoggerFactory = new CallingLogger(onLog) });

    private sealed class CallingLogger(Action<EventId> onLog) : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) { }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            onLog(eventId);

        public void Dispose() { }
    }
}
