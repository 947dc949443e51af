using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Slowroll.AspNetCore.Tests.Serving;

/// <summary>What every answer says of itself.</summary>
public partial class StatusEndpointsTests
{
    [Fact]
    public async Task Nothing_is_stored_guessed_framed_or_told_to_others()
    {
        await using var host = await PageHost.StartAsync();

        foreach (var path in SlowrollEndpointsTests.Paths.Append($"/slowroll?key={new string('x', 1_001)}"))
        {
            using var answer = await SlowrollEndpointsTests.AskAsync(host, path);
            string Header(string name) => string.Join(", ", answer.Headers.GetValues(name));
            Assert.Equal("no-store", Header("Cache-Control"));
            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Equal("no-referrer", Header("Referrer-Policy"));
            Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
            Assert.Matches(
                "^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; connect-src 'self'; "
                    + "img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$",
                Header("Content-Security-Policy"));
        }
    }

    [Fact]
    public async Task The_policy_names_style_and_script_by_their_hashes()
    {
        await using var host = await PageHost.StartAsync();

        using var answer = await host.Client.GetAsync("/slowroll");

        var html = await answer.Content.ReadAsStringAsync();
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains($"style-src '{HashOf(Style().Match(html).Groups[1].Value)}'", policy, StringComparison.Ordinal);
        Assert.Contains(
            $"script-src '{HashOf(Script().Match(html).Groups[1].Value)}'", policy, StringComparison.Ordinal);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData("key")]
    [InlineData("flags")]
    public async Task A_text_that_is_too_long_is_rejected(string name)
    {
        await using var host = await PageHost.StartAsync();

        foreach (var path in (string[])["/slowroll", "/slowroll/data", "/slowroll/host"])
        {
            using var fits = await host.Client.GetAsync($"{path}?{name}={new string('é', 1_000)}");
            using var exceeds = await host.Client.GetAsync($"{path}?{name}={new string('é', 1_001)}");

            Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, exceeds.StatusCode);
            Assert.Equal(
                "A text of the query has more than 1000 characters.\n", await exceeds.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task All_configs_of_a_host_are_shown()
    {
        await using var host = await PageHost.StartAsync(add: services =>
            services.AddSlowroll<OtherFlags>(
                new TestSource("another store", """{ "f": { "a": { "stable": 1 } } }"""),
                its => its.UseDiskCache = false));

        var html = await host.GetAsync("/slowroll?key=ada");

        Assert.Contains(">Shop.Flags</h2>", html, StringComparison.Ordinal);
        Assert.Contains(">Shop.OtherFlags</h2>", html, StringComparison.Ordinal);
        Assert.Contains("another store", html, StringComparison.Ordinal);
        Assert.Contains("8 flags in 2 configs", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"note\">8 flags</p>", html, StringComparison.Ordinal);
    }

    private static string HashOf(string text) =>
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();
}
