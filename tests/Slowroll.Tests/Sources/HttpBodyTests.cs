using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Slowroll.Tests.Servers;

namespace Slowroll.Tests.Sources;

public sealed class HttpBodyTests
{
    private const string Config = """{"features":{"theme":{"stable":"light"}}}""";

    [Fact]
    public async Task Compression_is_asked_for()
    {
        await using var server = await LoopbackServer.StartAsync(Config);

        await FetchAsync(server.Url);

        Assert.Equal("gzip, br", server.Requests[0]["Accept-Encoding"]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("GZip")]
    [InlineData("br")]
    [InlineData("identity")]
    [InlineData("gzip, br")]
    [InlineData("br, identity, gzip")]
    public async Task A_compressed_body_is_decoded(string encoding)
    {
        await using var server =
            await LoopbackServer.StartAsync(Encoded(Config, encoding), ("Content-Encoding", encoding));

        Assert.Equal(Config, (await FetchAsync(server.Url)).Text());
    }

    [Fact]
    public async Task A_client_that_decodes_by_itself_does_no_harm()
    {
        await using var server = await LoopbackServer.StartAsync(Encoded(Config, "gzip"), ("Content-Encoding", "gzip"));
        using var handler = new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All };
        using var client = new HttpClient(handler);

        Assert.Equal(Config, (await FetchAsync(server.Url, new() { HttpClient = client })).Text());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Survive_18_a_body_that_is_not_what_its_encoding_says_is_a_failure(string encoding)
    {
        await using var server = await LoopbackServer.StartAsync(Config, ("Content-Encoding", encoding));

        Assert.Contains($"no valid {encoding}", (await FetchAsync(server.Url)).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Survive_18_gzip_with_a_turned_bit_is_a_failure()
    {
        var body = Encoded(Config, "gzip");
        body[^6] ^= 1;
        await using var server = await LoopbackServer.StartAsync(body, ("Content-Encoding", "gzip"));

        Assert.Contains("no valid gzip", (await FetchAsync(server.Url)).Sentence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip", 1)]
    [InlineData("gzip", 8)]
    [InlineData("gzip", 20)]
    [InlineData("br", 1)]
    [InlineData("br", 20)]
    public async Task Survive_18_a_compressed_body_that_was_cut_before_it_was_sent_is_a_failure(
        string encoding, int cut)
    {
        await using var server =
            await LoopbackServer.StartAsync(Encoded(Config, encoding)[..^cut], ("Content-Encoding", encoding));

        Assert.Contains("cut short", (await FetchAsync(server.Url)).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gzip_of_several_members_is_decoded()
    {
        byte[] members = [.. Encoded(Config[..10], "gzip"), .. Encoded(Config[10..], "gzip")];
        await using var server = await LoopbackServer.StartAsync(members, ("Content-Encoding", "gzip"));

        Assert.Equal(Config, (await FetchAsync(server.Url)).Text());
    }

    [Fact]
    public async Task Survive_21_an_empty_body_is_fresh_and_for_the_reader_to_refuse()
    {
        await using var server = await LoopbackServer.StartAsync("");

        Assert.Equal("", (await FetchAsync(server.Url)).Text());
    }

    [Fact]
    public async Task Survive_18_gzip_that_is_not_labelled_is_a_failure()
    {
        await using var server = await LoopbackServer.StartAsync(Encoded(Config, "gzip"));

        Assert.Contains("Content-Encoding", (await FetchAsync(server.Url)).Sentence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("gzip, gzip, gzip")]
    public async Task An_encoding_that_is_not_read_is_a_failure(string encoding)
    {
        await using var server = await LoopbackServer.StartAsync(Config, ("Content-Encoding", encoding));

        Assert.Contains("can't be used", (await FetchAsync(server.Url)).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_as_long_as_allowed_is_read()
    {
        await using var server = await LoopbackServer.StartAsync(Config);

        Assert.Equal(Config, (await FetchAsync(server.Url, new() { MaxConfigBytes = Config.Length })).Text());
    }

    [Fact]
    public async Task Survive_17_a_body_one_byte_longer_than_allowed_is_a_failure()
    {
        await using var server = await LoopbackServer.StartAsync(Config);

        var fetched = await FetchAsync(server.Url, new() { MaxConfigBytes = Config.Length - 1 });

        Assert.Contains("MaxConfigBytes", fetched.Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Survive_17_a_length_above_the_limit_is_refused_before_the_first_byte()
    {
        await using var server =
            RawServer.Start("HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n", RawEnding.Silence);

        var fetched = await FetchAsync(server.Url).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Contains("MaxConfigBytes", fetched.Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Survive_17_an_endless_body_ends_at_the_limit()
    {
        await using var server = await LoopbackServer.StartAsync(WriteForEverAsync);

        Assert.Contains("MaxConfigBytes", (await FetchAsync(server.Url)).Sentence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("gzip, gzip")]
    public async Task Survive_17_a_bomb_ends_at_the_limit(string encoding)
    {
        var bomb = Encoded(new string(' ', 64 * 1024 * 1024), encoding);
        await using var server = await LoopbackServer.StartAsync(bomb, ("Content-Encoding", encoding));

        Assert.Contains("MaxConfigBytes", (await FetchAsync(server.Url)).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Survive_8_a_body_cut_short_is_a_failure_without_its_ETag()
    {
        await using var server =
            RawServer.Start("HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 100\r\n\r\n{\"features\":");

        var fetched = await FetchAsync(server.Url);

        Assert.Equal((FetchKind.Failed, null), (fetched.Kind, fetched.ETag));
    }

    [Theory]
    [InlineData("5\r\n{\"fea\r\n")]
    [InlineData("5\r\n{\"f")]
    [InlineData("zz\r\n{}\r\n0\r\n\r\n")]
    [InlineData("2\r\n{}\r\n")]
    public async Task Survive_9_chunks_that_break_off_are_a_failure(string chunks)
    {
        await using var server = RawServer.Start($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}");

        Assert.Equal(FetchKind.Failed, (await FetchAsync(server.Url)).Kind);
    }

    [Fact]
    public async Task Survive_9_a_handler_that_does_not_count_does_not_let_a_short_body_pass()
    {
        using var handler = new FakeHandler(
            _ => new() { Content = new ByteArrayContent("{}"u8.ToArray()) { Headers = { ContentLength = 9 } } });
        using var client = new HttpClient(handler);

        var fetched = await FetchAsync(new("http://config.test/"), new() { HttpClient = client });

        Assert.Contains("Content-Length says 9", fetched.Sentence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/octet-stream")]
    [InlineData("not a type at all")]
    public async Task Survive_19_the_content_type_does_not_matter(string type)
    {
        await using var server =
            RawServer.Start($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: 2\r\n\r\n{{}}");

        Assert.Equal("{}", (await FetchAsync(server.Url)).Text());
    }

    [Fact]
    public async Task Survive_22_a_byte_order_mark_comes_through_untouched()
    {
        await using var server = await LoopbackServer.StartAsync([0xef, 0xbb, 0xbf, (byte)'{', (byte)'}']);

        Assert.Equal([0xef, 0xbb, 0xbf, (byte)'{', (byte)'}'], (await FetchAsync(server.Url)).Utf8Json.ToArray());
    }

    private static async Task<FetchResult> FetchAsync(Uri url, SlowrollOptions? options = null)
    {
        using var source = new HttpConfigSource(url, options);
        return await source.FetchAsync(null, default);
    }

    private static byte[] Encoded(string text, string encodings) =>
        encodings.Split(", ").Aggregate(Encoding.UTF8.GetBytes(text), EncodedOnce);

    private static byte[] EncodedOnce(byte[] plain, string encoding)
    {
        using var encoded = new MemoryStream();
        using (Stream encoder = encoding.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(encoded, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(encoded, CompressionLevel.Fastest, leaveOpen: true),
            _ => encoded,
        })
        {
            encoder.Write(plain);
        }

        return encoded.ToArray();
    }

    private static async Task WriteForEverAsync(HttpContext context)
    {
        var chunk = new byte[64 * 1024];
        while (!context.RequestAborted.IsCancellationRequested)
            await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
    }
}
