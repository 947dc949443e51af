using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Slowroll.Pages.Tests;

/// <summary>What the running program answers hosts at an instant.</summary>
internal sealed class Answers : TimeProvider
{
    private readonly SlowrollConfig _config;
    private DateTimeOffset _now;

    public Answers(string config) =>
        _config = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(config), new() { TimeProvider = this });

    public override DateTimeOffset GetUtcNow() => _now;

    public Evaluation<JsonElement> Explain(string key, string host, DateTimeOffset at)
    {
        _now = at;
        return _config.Explain("features", key, host);
    }

    /// <summary>An instant as the page shows it.</summary>
    public static DateTimeOffset InstantOf(string shown) => DateTimeOffset.ParseExact(
        shown, ["ddd yyyy-MM-dd HH:mm'Z'", "ddd yyyy-MM-dd HH:mm:ss'Z'"], CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal);
}
