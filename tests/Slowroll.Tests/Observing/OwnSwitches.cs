using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Slowroll.Tests.Observing;

/// <summary>Live configs of a process with a hash key of its own, and what it tells of its switches.</summary>
public abstract class OwnSwitches : IDisposable
{
    internal const string Own = "web-1";

    internal TemporaryDirectory Folder { get; } = new();

    internal EventLines Log { get; } = new("slowroll.flag.switched");

    internal FakeTimeProvider Time { get; } = new(OneFlag.Noon);

    internal ScriptedSource Source { get; } = new();

    public void Dispose()
    {
        Folder.Dispose();
        Log.Dispose();
        GC.SuppressFinalize(this);
    }

    // At 13:00 everybody is on 'new' at once.
    internal static string At(string hour, string more = "") =>
        $$"""{"stable": 1, "new": 2, "end_time": "2030-01-01 {{hour}}Z", "duration": "0s"{{more}}}""";

    internal static string Rollback(string hour) =>
        $$""", "rollback": {"from": "2030-01-01 {{hour}}Z", "over": "0s"}""";

    internal IEnumerable<string> Told() => Log.Only(
        "feature_flag.key", "slowroll.switch.from", "slowroll.switch.to", "slowroll.switch.reason",
        "feature_flag.version");

    internal void Sends(string? etag, params IEnumerable<(string Key, string Flag)> flags) => Source.Sends(
        $$"""{"s": { {{string.Join(", ", flags.Select(each => $"\"{each.Key}\": {each.Flag}"))}} } }""", etag);

    internal Task<SlowrollConfig> OpenAsync(
        string? own = Own, bool cached = false, TimeProvider? time = null, TimeSpan? maxStaleness = null,
        ILoggerFactory? log = null, Func<string, uint>? hasher = null) =>
        SlowrollConfig.OpenAsync(Source, "test", new SlowrollOptions
        {
            Hasher = hasher ?? new SlowrollOptions().Hasher,
            ProcessHashKey = own is null ? null : new HashKey(own),
            TimeProvider = time ?? Time,
            LoggerFactory = log ?? Log,
            MaxStaleness = maxStaleness,
            UseDiskCache = cached,
            CacheDirectory = Folder["cache"],
            LocksFile = Folder["locks"],
            PollInterval = Timeout.InfiniteTimeSpan,
        });

    internal Task AdvanceTo(string clock, int expected = -1) => AdvanceTo(
        DateTimeOffset.Parse($"2030-01-01 {clock}Z", CultureInfo.InvariantCulture), expected);

    // The last step ends at the instant itself.
    internal async Task AdvanceTo(DateTimeOffset instant, int expected = -1)
    {
        await Settled();
        for (var left = instant - Time.GetUtcNow(); left > TimeSpan.Zero; left = instant - Time.GetUtcNow())
        {
            Time.Advance(left < TimeSpan.FromMinutes(10) ? left : TimeSpan.FromMinutes(10));
            await Task.Delay(1);
        }

        if (expected >= 0)
            await AdvanceUntilTold(expected, TimeSpan.FromMilliseconds(1));
        await Settled();
    }

    internal Task AdvanceUntilTold(int count, TimeSpan step) => Time.AdvanceUntil(() => Log.All.Count >= count, step);

    // What must not be told would be told by then.
    internal static Task Settled() => Task.Delay(30);
}
