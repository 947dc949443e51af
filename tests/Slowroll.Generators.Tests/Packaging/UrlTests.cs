using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Slowroll.Generators.Tests.Packaging;

/// <summary>MSBuild's functions can't ask <see cref="Uri"/> itself whether a text is a URL: they ask a pattern, and for
/// the host the platform.</summary>
public class UrlTests
{
    private static readonly Regex Pattern = new(XDocument
        .Load(Path.Combine(
            Path.GetDirectoryName(Here())!, "../../../src/Slowroll.Generators/build/Slowroll.Pull.targets"))
        .Descendants().Single(element => element.Name.LocalName == "_SlowrollUrlPattern").Value);

    private static readonly string[] Schemes = ["http://", "HTTPS://", "https:", "ftp://", "//", "https:///", ""];
    private static readonly string[] Users = ["", "ada@", "ada:pass@", "a@b@", ":@"];
    private static readonly string[] Hosts =
        [
            "example.com",
            "bücher.example",
            "a b",
            "",
            "[::1]",
            "[::1",
            "[nonsense]",
            "127.0.0.1",
            "1.2.3.999",
            "a_b",
            "a-",
            "1",
            "0x7f",
            "ａ",
            "a。b",
            "a..b",
            ".",
            "a.",
            "a%20b",
            "a,b",
            "a;b",
            "a'b",
            "a\"b",
            "a<b",
            "ex*mple",
            "a!b",
            "$",
            "a=b",
            "~"];
    private static readonly string[] Ports =
        ["", ":", ":0", ":80", ":65535", ":65536", ":99999", ":000080", ":-1", ":8a", ":1:2", ": 80"];
    private static readonly string[] Rests = ["", "/", "/a b", "?a=b", "#c", "/x;y?z#w", "\\x", "/%zz", "/a:b@c", "/ä"];

    [Fact]
    public void A_URL_is_one_to_the_build_if_it_is_one_to_the_running_program() => Assert.Empty(
        from scheme in Schemes
        from user in Users
        from host in Hosts
        from port in Ports
        from rest in Rests
        let url = scheme + user + host + port + rest
        let isUrl = Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"
        where isUrl != (Uri.CheckHostName(Pattern.Replace(url, "$1")) != UriHostNameType.Unknown)
        select url);

    private static string Here([CallerFilePath] string here = "") => here;
}
