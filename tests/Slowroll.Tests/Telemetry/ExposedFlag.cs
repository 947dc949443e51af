using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Slowroll.Tests.Telemetry;

/// <summary>Fixed configs with the flag <c>s.f</c>, whose first evaluations are logged.</summary>
public abstract class ExposedFlag : IDisposable
{
    /// <summary>A ramp of a day, of which noon is the middle.</summary>
    internal const string Ramp = "\"new\": 2, \"end_time\": \"2030-01-02 00:00Z\", \"duration\": \"1d\"";

    internal EventLines Log { get; } = new("feature_flag.evaluation");

    public void Dispose()
    {
        Log.Dispose();
        GC.SuppressFinalize(this);
    }

    internal SlowrollConfig Of(string flag, SlowrollOptions? options = null, TimeProvider? time = null)
    {
        options ??= Options();
        options.TimeProvider = time ?? new FakeTimeProvider(OneFlag.Noon);
        return SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes($$$"""
                {"$slowroll": {"audiences": {"eu": {"keys": ["x"]} } }, "s": {"f": {{{flag}}} } }
                """),
            options);
    }

    internal SlowrollOptions Options(EventLines? log = null, int most = 10_000) => new()
    {
        MaxExposures = most,
        LoggerFactory = log ?? Log,
        UseDiskCache = false,
        PollInterval = Timeout.InfiniteTimeSpan,
    };
}
