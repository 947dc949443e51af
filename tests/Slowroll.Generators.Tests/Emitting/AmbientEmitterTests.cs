using System.Reflection;
using Microsoft.Extensions.Logging;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Emitting;

public class AmbientEmitterTests
{
    private static readonly Assembly App = LoadedProject.Load(TestProject.WithSchema(SampleSchemas.Small));
    private static readonly PropertyInfo Ambient = App
        .GetType("Acme.Web.Flags")!
        .GetProperty("AppFeatures", BindingFlags.Static | BindingFlags.NonPublic)!;

    [Fact]
    public void Flags_answer_defaults_until_they_are_set() =>
        Assert.Same(App.GetType("Acme.Web.AppFeatures")!.GetProperty("Defaults")!.GetValue(null),
            Ambient.GetValue(null));

    [Fact]
    public void Flags_are_never_null()
    {
        var thrown = Assert.Throws<TargetInvocationException>(() => Ambient.SetValue(null, null));

        Assert.IsType<ArgumentNullException>(thrown.InnerException);
        Assert.NotNull(Ambient.GetValue(null));
    }

    [Fact]
    public async Task Flags_that_are_read_and_never_set_are_reported_in_the_log_of_their_config()
    {
        var app = LoadedProject.Load(TestProject.WithSchema(SampleSchemas.Small) with { RootNamespace = "Acme.Unset" });
        Lines log = new();
        SlowrollOptions options =
            new() { UseDiskCache = false, PollInterval = Timeout.InfiniteTimeSpan, LoggerFactory = log };
        var source = ConfigSource.From(
            "test", (_, _) => ValueTask.FromResult(FetchResult.Fresh("{}"u8.ToArray(), etag: null)));
        var flags = app.GetType("Acme.Unset.AppFeatures")!;
        var opening = (Task)flags
            .GetMethod("OpenAsync", [typeof(IConfigSource), typeof(SlowrollOptions), typeof(CancellationToken)])!
            .Invoke(null, [source, options, CancellationToken.None])!;
        await opening;
        using var config = (IDisposable)opening.GetType().GetProperty("Result")!.GetValue(opening)!;

        _ = app.GetType("Acme.Unset.Flags")!
            .GetProperty("AppFeatures", BindingFlags.Static | BindingFlags.NonPublic)!
            .GetValue(null);
        await ((SlowrollConfig)flags.GetProperty("Config")!.GetValue(config)!).RefreshAsync();

        Assert.Contains(
            log,
            line => line.StartsWith("Flags.AppFeatures was read while nothing had set it", StringComparison.Ordinal));
    }

    private sealed class Lines : List<string>, ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Add(formatter(state, exception));

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }
    }
}
