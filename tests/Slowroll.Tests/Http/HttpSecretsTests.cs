using System.Text;
using Slowroll.Tests.Servers;
using Slowroll.Tests.Sources;

namespace Slowroll.Tests.Http;

public sealed class HttpSecretsTests
{
    [Fact]
    public void Survive_29_the_name_has_no_user_info_query_or_fragment()
    {
        using var source =
            new HttpConfigSource(new("https://user:secret@config.test:8443/a%20b/c.json?key=secret#secret"));

        Assert.Equal("https://config.test:8443/a%20b/c.json", source.Name);
    }

    [Theory]
    [InlineData("user:secret", "user:secret")]
    [InlineData("user", "user:")]
    [InlineData("us%40er:p%3Ass%2F", "us@er:p:ss/")]
    [InlineData("us%3Aer", "us:er:")]
    [InlineData("caf%C3%A9:x", "caf\u00e9:x")]
    public async Task User_info_becomes_basic_authorization(string userInfo, string credentials)
    {
        await using var server = await LoopbackServer.StartAsync("{}");
        using var source = new HttpConfigSource(new($"http://{userInfo}@{server.Url.Authority}/config.json?key=1"));

        await source.FetchAsync(null, default);

        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)),
            server.Requests[0]["Authorization"]);
    }

    [Fact]
    public async Task The_query_is_sent()
    {
        await using var server = await LoopbackServer.StartAsync("{}");
        using var source = new HttpConfigSource(new($"http://user:secret@{server.Url.Authority}/config.json?key=1"));

        await source.FetchAsync(null, default);

        Assert.Equal("/config.json?key=1", server.Requests[0].Target);
    }

    [Theory]
    [InlineData("http://user:s3cret@127.0.0.1:1/c.json?key=s3cret#s3cret")]
    [InlineData("https://user:s3cret@127.0.0.1:1/c.json?key=s3cret#s3cret")]
    public async Task Survive_29_an_error_shows_no_secret(string url)
    {
        using var source = new HttpConfigSource(new(url));

        var fetched = await source.FetchAsync("s3cret", default);

        Assert.DoesNotContain("s3cret", fetched.Sentence() + fetched.Exception, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /c.json?key=s3cret failed")]
    [InlineData("user:p%40ss")]
    [InlineData("p@ss")]
    public async Task Survive_29_an_exception_that_shows_a_secret_is_not_handed_on(string message)
    {
        using var client = new HttpClient(new FakeHandler(_ => throw new HttpRequestException(message)));
        using var source = new HttpConfigSource(
            new("http://user:p%40ss@config.test/c.json?key=s3cret"), new() { HttpClient = client });

        Assert.Null((await source.FetchAsync(null, default)).Exception);
    }

    [Fact]
    public async Task Survive_29_a_handler_that_throws_what_no_network_throws_shows_no_secret()
    {
        using var client = new HttpClient(new FakeHandler(request =>
            throw new InvalidOperationException($"No credentials for {request.RequestUri}")));
        using var source =
            new HttpConfigSource(new("http://config.test/c.json?key=s3cret"), new() { HttpClient = client });

        var fetched = await source.FetchAsync(null, default);

        Assert.Contains("InvalidOperationException", fetched.Sentence(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", fetched.Sentence() + fetched.Exception, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_without_secrets_is_handed_on()
    {
        using var client = new HttpClient(new FakeHandler(_ => throw new HttpRequestException("Broken")));
        using var source =
            new HttpConfigSource(new("http://config.test/c.json?key=s3cret"), new() { HttpClient = client });

        Assert.IsType<HttpRequestException>((await source.FetchAsync(null, default)).Exception);
    }

    [Theory]
    [InlineData("config.json?key=s3cret", "https://example.com/")]
    [InlineData("ftp://user:s3cret@config.test/c.json", "not ftp:")]
    [InlineData("file:///etc/config.json", "FileConfigSource")]
    [InlineData("s3cret:password@config.test/c.json", "https://example.com/")]
    [InlineData("htps://user:s3cret@config.test/c.json", "https://example.com/")]
    public void A_URL_that_cannot_be_fetched_says_the_way_out(string url, string word)
    {
        var thrown = Assert.Throws<ArgumentException>(() => new HttpConfigSource(new(url, UriKind.RelativeOrAbsolute)));

        Assert.Contains(word, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", thrown.Message, StringComparison.Ordinal);
    }
}
