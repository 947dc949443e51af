using Slowroll.Texts;

namespace Slowroll.Tests.Texts;

public sealed class UrlTextTests
{
    [Theory]
    [InlineData("https://ada:s3cret@example.com:8443/a%20b/c.json?k=s3cret#s3cret",
        "https://example.com:8443/a%20b/c.json")]
    [InlineData("http://example.com/", "http://example.com/")]
    [InlineData("file:///etc/s3cret", "an address that starts with 'file:'")]
    [InlineData("data:,s3cret", "an address that starts with 'data:'")]
    [InlineData("s3cret:s3cret@example.com", "an address that starts with neither 'http:' nor 'https:'")]
    public void A_URL_is_named_by_scheme_host_port_and_path(string url, string name) =>
        Assert.Equal(name, UrlText.NameOf(new Uri(url)));

    [Theory]
    [InlineData("https://example.com/", true)]
    [InlineData("https:/ada:pw@example.com", true)]
    [InlineData("htps://x", true)]
    [InlineData("HTTP:\\\\x", true)]
    [InlineData("s3+x-y.z://x", true)]
    [InlineData("C:\\configs\\app.json", false)]
    [InlineData("c:/configs/app.json", false)]
    [InlineData("app.json", false)]
    [InlineData("/a:/b", false)]
    [InlineData("", false)]
    public void A_URL_is_told_from_a_path(string text, bool isUrl) => Assert.Equal(isUrl, UrlText.IsUrl(text));

    [Theory]
    [InlineData("https://ada:s3cret@example.com/")]
    [InlineData("https://ada:s3/cret@example.com/")]
    [InlineData("https//ada:s3cret@example.com/")]
    [InlineData("ada:s3cret@example.com")]
    [InlineData("example.com/c.json?key=s3cret")]
    [InlineData("https://ada:s 3cret@example.com/")]
    public void What_may_have_been_meant_as_a_URL_is_not_shown(string text) =>
        Assert.Equal(UrlText.Hidden, UrlText.Shown(text));

    [Theory]
    [InlineData("app.json")]
    [InlineData("C:\\me@work\\app.json")]
    [InlineData("/home/me@work/it's 100% mine.json")]
    [InlineData("00:01:00")]
    public void Any_other_value_is_shown(string text) => Assert.Equal(text, UrlText.Shown(text));

    [Theory]
    [InlineData("The proxy tunnel request to proxy 'http://ada:s3cret@proxy.test:3128/' failed",
        "The proxy tunnel request to proxy 'http://proxy.test:3128/' failed")]
    [InlineData("GET https://x.test/c.json?key=s3cret#s3cret: 500", "GET https://x.test/c.json 500")]
    [InlineData("(https://ada@x.test/c?k=s3cret)", "(https://x.test/c")]
    [InlineData("a http://x/?s3cret and\nb http://y:1/#s3cret\tc", "a http://x/ and\nb http://y:1/\tc")]
    [InlineData("no https://ada:s3/cret@x.test/ shown", "no " + UrlText.Hidden + " shown")]
    [InlineData("no https://ada:s3?cret@x.test/ shown", "no " + UrlText.Hidden + " shown")]
    [InlineData("no ada:s3cret@x.test shown", "no " + UrlText.Hidden + " shown")]
    [InlineData("Connection refused (127.0.0.1:80)", "Connection refused (127.0.0.1:80)")]
    [InlineData("in /src/a.cs:line 3 of https://x.test/c.json", "in /src/a.cs:line 3 of https://x.test/c.json")]
    [InlineData("", "")]
    public void A_message_is_shown_without_the_secrets_of_its_URLs(string message, string shown) =>
        Assert.Equal(shown, UrlText.WithoutSecrets(message));
}
