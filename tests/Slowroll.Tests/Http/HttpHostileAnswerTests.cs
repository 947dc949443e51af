using Slowroll.Tests.Servers;
using Slowroll.Tests.Sources;

namespace Slowroll.Tests.Http;

/// <summary>Whatever a server writes, a fetch ends in a result with a clear sentence on one line.</summary>
public sealed class HttpHostileAnswerTests
{
    public static TheoryData<string> Locations => new(
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "ftp://ada:s3cret@other.test/c.json?key=s3cret",
        "javascript:alert('s3cret')",
        "data:application/json,{\"s3cret\":1}",
        "mailto:s3cret@other.test",
        "ws://127.0.0.1:1/?key=s3cret",
        "gopher://127.0.0.1:1/?key=s3cret",
        "s3cret:s3cret",
        "",
        " ",
        "#",
        "//",
        "http://",
        "http:///",
        "http://[::",
        "http://[::1",
        "http://ada:s3cret@[::/?key=s3cret",
        "http://127.0.0.1:99999/?key=s3cret",
        "http://127.0.0.1:-1/",
        "http://127.0.0.1:1/?key=s3cret#s3cret",
        "http://ada:s3cret@127.0.0.1:1/?key=s3cret",
        "http://ada:s3/cret@127.0.0.1:1/",
        "http://xn--test--.invalid/",
        "http://xn--\u00ff.invalid/",
        "http://caf\u00e9..invalid/",
        "http://a_b.invalid/",
        "http://.invalid/",
        "http://-.invalid/",
        "http://" + new string('a', 300) + ".invalid/",
        "http://\u00e2\u0080\u00ae.invalid/",
        "/\0",
        "/a\0b?key=s3cret",
        "http://\0/",
        "/\u001b[31m",
        "/" + new string('a', 100_000),
        "/" + new string('a', 30_000),
        "?" + new string('%', 5000),
        ":::",
        "::::@@@@////????",
        "\\\\host\\share",
        "c:\\windows",
        "../../../../..",
        "%00",
        "http:\\\\127.0.0.1:1\\",
        "https://127.0.0.1:1/");

    [Theory]
    [MemberData(nameof(Locations))]
    public async Task Survive_16_a_redirect_to_anything_is_a_failure_in_one_sentence_without_secrets(string location)
    {
        await using var server =
            RawServer.Start($"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n");

        await AssertFailsInASentenceAsync(server.Url);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n\r\n")]
    [InlineData("HTTP/1.1\r\n\r\n")]
    [InlineData("HTTP/9.9 200 OK\r\n\r\n{}")]
    [InlineData("HTTP/1.1 99999 OK\r\n\r\n{}")]
    [InlineData("HTTP/1.1 -20 OK\r\n\r\n{}")]
    [InlineData("HTTP/1.1 000 s3cret\r\n\r\n{}")]
    [InlineData("s3cret\u001b[31m\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\ns3cret\u001b[31m\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\n: s3cret\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nA\0B: s3cret\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\ns3cret\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffffff\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: s3cret\u001b\r\nContent-Length: 2\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n{}")]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\n\r\n")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\n")]
    [InlineData("HTTP/1.1 500 s3cret\u001b[31m\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: s3cret\0\u001b, Negotiate !, Digest "
        + "\"\r\nContent-Length: 0\r\n\r\n")]
    public async Task Survive_9_an_answer_that_makes_no_sense_is_a_failure_in_one_sentence_without_secrets(
        string answer)
    {
        await using var server = RawServer.Start(answer);

        await AssertFailsInASentenceAsync(server.Url);
    }

    [Theory]
    [InlineData("Date: nonsense")]
    [InlineData("Date: Mon, 01 Jan 0001 00:00:00 GMT")]
    [InlineData("Date: Fri, 31 Dec 9999 23:59:59 -1200")]
    [InlineData("Date: \0\u001b\u00ff")]
    [InlineData("Cache-Control: max-age=99999999999999999999")]
    [InlineData("Cache-Control: max-age=-1, \", =,,;\u00ff\0")]
    [InlineData("Cache-Control: max-age=2147483647\r\nAge: 99999999999999999999")]
    [InlineData("Age: -5\r\nAge: x")]
    [InlineData("Last-Modified: nonsense\r\nDate: nonsense")]
    [InlineData("Last-Modified: \u00ff\0")]
    [InlineData("ETag: \u00ff\u0080\u0001")]
    [InlineData("Location: http://[::")]
    [InlineData("Retry-After: \u00ff")]
    [InlineData("Content-Type: \u00ff\0;;;")]
    [InlineData("Content-Type: text/plain; charset=\u00ff")]
    [InlineData("Content-Encoding: ,,,")]
    [InlineData("Set-Cookie: \0")]
    [InlineData("Expires: -1\r\nVary: \u00ff\r\nContent-Location: ::::")]
    public async Task Survive_9_a_header_that_makes_no_sense_does_not_hide_a_whole_config(string headers)
    {
        await using var server = RawServer.Start($"HTTP/1.1 200 OK\r\n{headers}\r\nContent-Length: 2\r\n\r\n{{}}");
        using var source = new HttpConfigSource(server.Url);

        var fetched = await source.FetchAsync(null, default);

        if (fetched.Kind is FetchKind.Failed)
            AssertSentence(fetched, server.Url);
        else
            Assert.Equal("{}", fetched.Text());
    }

    [Theory]
    [InlineData("file:///etc/passwd", "a redirect that wasn't followed to an address that starts with 'file:'")]
    [InlineData("data:,s3cret", "a redirect that wasn't followed to an address that starts with 'data:'")]
    [InlineData("http://ada:s3cret@127.0.0.1:1/new.json?key=s3cret",
        "led to http://127.0.0.1:1/new.json, which can't be connected to (ConnectionRefused)")]
    public async Task Survive_16_what_a_redirect_led_to_is_named_without_secrets(string location, string says)
    {
        await using var server =
            RawServer.Start($"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n");
        using var source = new HttpConfigSource(server.Url);

        Assert.Contains(says, (await source.FetchAsync(null, default)).Sentence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(NotSupportedException))]
    [InlineData(typeof(UriFormatException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(ArgumentException))]
    [InlineData(typeof(FormatException))]
    [InlineData(typeof(NullReferenceException))]
    [InlineData(typeof(ObjectDisposedException))]
    public async Task What_a_handler_throws_is_a_failure_that_names_the_type_and_nothing_else(Type type)
    {
        using var client = new HttpClient(
            new FakeHandler(_ => throw (Exception)Activator.CreateInstance(type, "s3cret\u001b[31m of another URL")!));
        using var source = new HttpConfigSource(new("http://config.test/"), new() { HttpClient = client });

        var fetched = await source.FetchAsync(null, default);

        Assert.Contains(type.Name, fetched.Sentence(), StringComparison.Ordinal);
        AssertSentence(fetched, new("http://config.test/"));
    }

    private static async Task AssertFailsInASentenceAsync(Uri url)
    {
        using var source = new HttpConfigSource(url);
        AssertSentence(await source.FetchAsync(null, default), url);
    }

    private static void AssertSentence(FetchResult fetched, Uri url)
    {
        var sentence = fetched.Sentence();
        Assert.StartsWith($"{url} ", sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", sentence + fetched.Exception, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(sentence, char.IsControl);
        Assert.InRange(sentence.Length, 20, 600);
    }
}
