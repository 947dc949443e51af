using System.Net;
using Slowroll.Servers.Tests.Nginx;
using Slowroll.Servers.Tests.Servers;
using static Slowroll.Servers.Tests.Servers.OneFlagConfig;

namespace Slowroll.Servers.Tests.Recipes;

/// <summary>What docs/recipes/nginx.md says of its conf.</summary>
public class NginxRecipeTests
{
    private const string Name = "app_features.json";

    [ServerFact("nginx")]
    public async Task A_client_follows_the_config_and_gets_it_compressed()
    {
        await using var server = await NginxRecipe.StartAsync();
        server.Write(Name, Of(1, length: 300), Written(1));
        using AnswerLog answers = new();
        await using var config = await OpenAsync(NginxRecipe.UrlOf(server), client: answers.Client());

        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        server.Write(Name, Of(2, length: 300), Written(2));
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());

        Assert.Equal(2, ValueIn(config));
        Assert.Equal([200, 304, 200], answers.All.Select(answer => answer.Status));
        Assert.Equal(["gzip", null, "gzip"], answers.All.Select(answer => answer.Encoding));
    }

    [ServerFact("nginx")]
    public async Task Every_answer_says_how_long_caches_may_keep_it_and_lets_browsers_read_it()
    {
        await using var server = await NginxRecipe.StartAsync();
        server.Write(Name, Of(1), Written(1));
        using var whole = await AskAsync(server, HttpMethod.Get);
        using var same = await AskAsync(server, HttpMethod.Get, ("If-None-Match", HeaderOf(whole, "ETag")));
        File.Delete(Path.Combine(server.Files, Name));
        using var none = await AskAsync(server, HttpMethod.Get);

        HttpResponseMessage[] answers = [whole, same, none];
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.NotFound],
            answers.Select(answer => answer.StatusCode));
        Assert.All(answers, answer => Assert.Equal("max-age=30", HeaderOf(answer, "Cache-Control")));
        Assert.All(answers, answer => Assert.Equal("*", HeaderOf(answer, "Access-Control-Allow-Origin")));
        Assert.All(answers, answer => Assert.Contains(
            "ETag", HeaderOf(answer, "Access-Control-Expose-Headers"), StringComparison.Ordinal));
        Assert.Equal("application/json", whole.Content.Headers.ContentType?.MediaType);
    }

    [ServerFact("nginx")]
    public async Task A_browser_may_send_the_ETag()
    {
        await using var server = await NginxRecipe.StartAsync();
        server.Write(Name, Of(1), Written(1));

        using var answer = await AskAsync(
            server, HttpMethod.Options,
            ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "if-none-match"));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("*", HeaderOf(answer, "Access-Control-Allow-Origin"));
        Assert.Equal("GET", HeaderOf(answer, "Access-Control-Allow-Methods"));
        Assert.Contains("If-None-Match", HeaderOf(answer, "Access-Control-Allow-Headers"), StringComparison.Ordinal);
        Assert.Equal("7200", HeaderOf(answer, "Access-Control-Max-Age"));
    }

    [ServerFact("nginx")]
    public async Task Of_two_versions_of_one_size_and_one_second_the_second_is_not_seen()
    {
        await using var server = await NginxRecipe.StartAsync();
        server.Write(Name, Of(1), Written(1));
        await using var config = await OpenAsync(NginxRecipe.UrlOf(server));

        server.Write(Name, Of(2), Written(1));
        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        server.Write(Name, Of(2), Written(1).AddSeconds(1));
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
    }

    [ServerFact("nginx")]
    public async Task Half_a_file_leaves_the_last_good_config()
    {
        await using var server = await NginxRecipe.StartAsync();
        server.Write(Name, Of(1), Written(1));
        await using var config = await OpenAsync(NginxRecipe.UrlOf(server));

        server.Write(Name, Of(2)[..20], Written(2));
        Assert.Equal(RefreshOutcome.Rejected, await config.RefreshAsync());

        Assert.Equal(1, ValueIn(config));
        Assert.StartsWith("Line 1, column ", config.Status.LastError, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsync(
        NginxServer server, HttpMethod method, params (string Name, string Value)[] headers)
    {
        using HttpClient client = new();
        using HttpRequestMessage request = new(method, NginxRecipe.UrlOf(server));
        request.Headers.Add("Origin", "https://app.example.com");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    private static string HeaderOf(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : "";
}
