using static Slowroll.Tests.Surviving.Production;

namespace Slowroll.Tests.Surviving;

/// <summary>A cache belongs to a URL: it outlives a new token, and the caches of several URLs lie side by
/// side.</summary>
public sealed class CacheOfUrlTests : IAsyncDisposable
{
    private readonly Production _production = new();

    public ValueTask DisposeAsync() => _production.DisposeAsync();

    [Theory]
    [InlineData("?token=1", "?token=2")]
    [InlineData("?env=staging&access_token=1", "?env=staging&access_token=2")]
    [InlineData("?sv=2025-01-05&se=2030-01-01&sr=b&sp=r&sig=abc%3D",
        "?sv=2025-01-05&se=2030-02-01&sr=b&sp=r&sig=def%3D")]
    [InlineData("?X-Amz-Date=1&X-Amz-Signature=1", "?X-Amz-Date=2&X-Amz-Signature=2")]
    [InlineData("", "#fragment")]
    public async Task Survive_35_a_cache_survives_a_renewed_token(string before, string after)
    {
        await using (await OpenAsync(before))
        {
        }

        _production.Server.Answer = new("", Servers.RawEnding.Reset);
        await using var config = await OpenAsync(after);

        Assert.Equal((1, ConfigOrigin.Cache), (Value(config), config.Status.Origin));
    }

    [Theory]
    [InlineData("?env=staging", "?env=production")]
    [InlineData("?sp=staging", "?sp=production")]
    [InlineData("?a=1&b=2", "?b=2&a=1")]
    [InlineData("", "?env=production")]
    public async Task Survive_35_caches_of_different_URLs_live_side_by_side(string one, string other)
    {
        await using (await OpenAsync(one))
        {
        }

        _production.Server.Answer = Good(2);
        await using (var second = await OpenAsync(other))
            Assert.Equal((2, ConfigOrigin.Source), (Value(second), second.Status.Origin));

        _production.Server.Answer = new("", Servers.RawEnding.Reset);
        await using var first = await OpenAsync(one);
        await using var again = await OpenAsync(other);

        Assert.Equal((1, ConfigOrigin.Cache), (Value(first), first.Status.Origin));
        Assert.Equal((2, ConfigOrigin.Cache), (Value(again), again.Status.Origin));
        Assert.Equal(first.Status.LocksFile, again.Status.LocksFile);
    }

    private Task<SlowrollConfig> OpenAsync(string query) =>
        _production.OpenAsync(new Uri(_production.Server.Url, query));
}
