using Observability;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Slowroll;

// dotnet run --project samples/Observability            prints what a collector would get
// dotnet run --project samples/Observability -- otlp    sends it to a collector (OTEL_EXPORTER_OTLP_ENDPOINT)
var usesCollector = args.Contains("otlp");
using var telemetry = usesCollector
    ? new FleetTelemetry(
        logs => logs.AddOtlpExporter(), metrics => metrics.AddOtlpExporter(), traces => traces.AddOtlpExporter())
    : new FleetTelemetry(
        logs => logs.AddConsoleExporter(),
        metrics => metrics.AddConsoleExporter(),
        traces => traces.AddConsoleExporter());

// Ten hours in half a minute.
var clock = new FleetClock(new DateTimeOffset(2030, 3, 4, 7, 50, 0, TimeSpan.Zero), speed: 1_200);
var options = new SlowrollOptions
{
    TimeProvider = clock,
    LoggerFactory = telemetry.Logs,
    ProcessHashKey = HashKey.Host,   // gauges on which side this process is, and logs when it switches
    MaxExposures = 10_000,           // logs the first evaluations, with their hash keys
    UseDiskCache = false,
    PollInterval = TimeSpan.FromHours(1),
    StartupTimeout = TimeSpan.FromHours(2),   // by the clock above, which goes quickly
    FetchTimeout = TimeSpan.FromHours(2),
};
var source = new FileConfigSource(Path.Combine(AppContext.BaseDirectory, "fleet_features.json"));
Flags.FleetFeatures = await FleetFeatures.OpenAsync(source, options);

for (var second = 0; second < 33; second += 3)
{
    var isFast = Flags.FleetFeatures.FastIndex(HashKey.Host);
    Console.WriteLine($"{clock.GetUtcNow():HH:mm} this host searches with the {(isFast ? "new" : "old")} index.");
    telemetry.Flush();
    await Task.Delay(TimeSpan.FromSeconds(3));
}

await Flags.FleetFeatures.Config.DisposeAsync();
