using Slowroll.Tests.Servers;
using Slowroll.Tests.Sources;

namespace Slowroll.Tests.Http;

public sealed class HttpRedirectTests
{
    [Fact]
    public async Task A_redirect_is_followed()
    {
        await using var target = await LoopbackServer.StartAsync("{}");
        await using var server = await RedirectAsync(() => target.Url);
        using var source = new HttpConfigSource(server.Url);

        Assert.Equal("{}", (await source.FetchAsync(null, default)).Text());
    }

    [Fact]
    public async Task Survive_16_a_loop_ends_after_five_redirects()
    {
        LoopbackServer? itself = null;
        await using var server = await RedirectAsync(() => itself!.Url);
        itself = server;
        using var source = new HttpConfigSource(server.Url);

        await source.FetchAsync(null, default);

        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task Survive_16_a_redirect_that_is_not_followed_names_its_target_without_secrets()
    {
        await using var server = await RedirectAsync(() => new("https://user:secret@other.test/new.json?key=secret"));
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        using var source = new HttpConfigSource(server.Url, new() { HttpClient = client });

        var sentence = (await source.FetchAsync(null, default)).Sentence();

        Assert.True(sentence.Contains("to https://other.test/new.json (", StringComparison.Ordinal), sentence);
    }

    [Fact]
    public async Task Survive_16_a_redirect_from_https_to_http_is_refused()
    {
        await using var target = await LoopbackServer.StartAsync("{}");
        await using var server = await RedirectAsync(() => target.Url, tls: true);
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback =
            (_, certificate, _, _) => certificate?.Subject == "CN=localhost";
        using var client = new HttpClient(handler);
        using var source = new HttpConfigSource(server.Url, new() { HttpClient = client });

        await source.FetchAsync(null, default);

        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task Survive_16_a_handler_that_leaves_https_by_itself_does_not_get_away_with_it()
    {
        using var client = new HttpClient(new FakeHandler(_ => new()
        {
            Content = new ByteArrayContent("{}"u8.ToArray()),
            RequestMessage = new(HttpMethod.Get, "http://config.test/"),
        }));
        using var source = new HttpConfigSource(new("https://config.test/"), new() { HttpClient = client });

        Assert.Contains(
            "from https to http", (await source.FetchAsync(null, default)).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Survive_16_credentials_are_not_sent_on_to_another_host()
    {
        await using var target = await LoopbackServer.StartAsync("{}");
        await using var server = await RedirectAsync(() => target.Url);
        using var source =
            new HttpConfigSource(new UriBuilder(server.Url) { UserName = "user", Password = "secret" }.Uri);

        await source.FetchAsync(null, default);

        Assert.Null(target.Requests[0]["Authorization"]);
    }

    private static Task<LoopbackServer> RedirectAsync(Func<Uri> target, bool tls = false) => LoopbackServer.StartAsync(
        context =>
        {
            context.Response.Redirect(target().AbsoluteUri);
            return Task.CompletedTask;
        },
        tls);
}
