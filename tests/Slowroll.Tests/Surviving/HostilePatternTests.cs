using System.Text;
using Slowroll.Caching;

namespace Slowroll.Tests.Surviving;

/// <summary>A config with patterns that are beyond every limit, on its way through a whole live config.</summary>
public sealed class HostilePatternTests : IAsyncDisposable
{
    private static readonly string Groups =
        new StringBuilder().Insert(0, "(", 60_000).Append('a').Insert(60_001, ")", 60_000).ToString();

    private readonly Production _production = new();

    public ValueTask DisposeAsync() => _production.DisposeAsync();

    [Fact]
    public async Task Survive_51_a_cached_config_with_a_pattern_beyond_the_limits_does_not_stop_a_start()
    {
        var options = _production.Options();
        DiskCache.Open("app", _production.Server.Url.AbsoluteUri, options, out _)!.Write(Encoding.UTF8.GetBytes(
            $$"""{"s": {"f": {"stable": 0, "new": 1, "early_adopter_patterns": ["{{Groups}}"]}, "g": {"stable": 0, "new": 1, "early_adopter_patterns": ["web-.*"]} } }"""),
            "\"1\"", _production.Time.GetUtcNow());

        await using var config = await _production.OpenCutOffAsync();

        Assert.Equal(ConfigOrigin.Cache, config.Status.Origin);
        Assert.Equal((-1, 1), (config.GetValue("s", "f", "web-1", -1), config.GetValue("s", "g", "web-1", -1)));
        Assert.Single(_production.Log.With("groups and classes within one another")
            .Concat(_production.Log.With("more than 1,000 characters"))
            .Distinct());
    }
}
