using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Surviving;

/// <summary>What a source gives or throws, and what of it is printed.</summary>
public sealed class ForeignWordsTests : IDisposable
{
    private const string Tunnel = "The proxy tunnel request to proxy 'http://ada:s3cret@proxy.test:3128/' failed";

    private readonly ScriptedSource _source = new();
    private readonly Lines _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Survive_29_a_source_that_throws_the_platforms_words_tells_no_credentials_of_a_proxy()
    {
        _source.Answer = (_, _) =>
            throw new HttpRequestException(Tunnel, new InvalidOperationException("https://x.test/?key=s3cret"));
        await using var config = await OpenAsync();

        Assert.Contains("proxy 'http://proxy.test:3128/' failed", config.Status.LastError, StringComparison.Ordinal);
        Assert.NotEmpty(_log.With("The cause of the failed refresh"));
        Assert.DoesNotContain(
            [.. _log.All, $"{config.Status}"], line => line.Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Survive_29_a_cause_that_a_source_hands_on_is_logged_without_secrets()
    {
        _source.Answer = (_, _) => new(FetchResult.Failed("down", new HttpRequestException(Tunnel)));
        await using var config = await OpenAsync();

        Assert.NotEmpty(_log.With("proxy 'http://proxy.test:3128/' failed"));
        Assert.Empty(_log.With("s3cret"));
    }

    [Fact]
    public async Task What_a_source_throws_is_told_on_one_line_and_not_at_length()
    {
        _source.Answer = (_, _) => throw new InvalidOperationException("a\nb\u001b[31m" + new string('x', 10_000));
        await using var config = await OpenAsync();

        Assert.DoesNotContain(config.Status.LastError!, char.IsControl);
        Assert.InRange(config.Status.LastError!.Length, 50, 600);
    }

    [Theory]
    [InlineData("a\r\nwarn: forged", "a\\u000D\\u000Awarn: forged")]
    [InlineData("\u001b[31m\u202e", "\\u001B[31m\\u202E")]
    public async Task Survive_4_and_5_an_ETag_is_printed_on_one_line_and_goes_back_as_it_came(string etag, string shown)
    {
        _source.Sends(Config(1), etag);
        await using var config = await OpenAsync();
        string? back = null;
        _source.Answer = (asked, _) =>
        {
            back = asked;
            return new(FetchResult.NotModified);
        };
        await config.RefreshAsync();

        Assert.Equal((etag, shown), (back, config.Status.ETag));
        Assert.NotEmpty(_log.With($"(ETag: {shown})."));
    }

    [Fact]
    public async Task Survive_4_and_5_a_tag_of_ones_own_source_goes_back_whatever_it_is_and_is_printed_short()
    {
        var etag = "*, " + new string('x', 5000);
        _source.Sends(Config(1), etag);
        await using var config = await OpenAsync();
        string? back = null;
        _source.Answer = (asked, _) =>
        {
            back = asked;
            return new(FetchResult.NotModified);
        };
        await config.RefreshAsync();

        Assert.Equal((etag, 121), (back, config.Status.ETag!.Length));
        Assert.All(_log.All, line => Assert.InRange(line.Length, 1, 400));
    }

    private Task<SlowrollConfig> OpenAsync() => SlowrollConfig.OpenAsync(
        _source,
        "test",
        new() { UseDiskCache = false, PollInterval = Timeout.InfiniteTimeSpan, LoggerFactory = _log });
}
