using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Slowroll.AspNetCore.Tests;

/// <summary>Where the page is, and who may see it.</summary>
public class SlowrollEndpointsTests
{
    public static readonly string[] Paths =
        ["/slowroll", "/slowroll/", "/slowroll/data", "/slowroll/host?key=a", "/slowroll/events"];

    [Fact]
    public async Task In_development_it_is_there()
    {
        await using var host = await PageHost.StartAsync();

        foreach (var path in Paths)
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, path));
        Assert.DoesNotContain(host.Log.All, line => line.Contains(": The status page", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("development2")]
    public async Task Elsewhere_it_is_not_there_unless_it_is_asked_for(string environment)
    {
        await using var host = await PageHost.StartAsync(environment: environment);

        foreach (var path in Paths)
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, path));
        Assert.Single(host.Log.All, "Information: The status page '/slowroll' is not there in the environment "
            + $"{environment}. To have it outside of Development, set ShowOutsideDevelopment, and require "
            + "authorization.");
    }

    [Fact]
    public async Task Without_authorization_it_warns_once()
    {
        await using var host = await PageHost.StartAsync(environment: "Production", map: app =>
            app.MapSlowroll("/slowroll", page => page.ShowOutsideDevelopment = true));

        await host.GetAsync("/slowroll");
        await host.GetAsync("/slowroll/data");

        Assert.Single(host.Log.All, line => line.StartsWith(
            "Warning: The status page is shown in the environment Production, and its endpoints don't require",
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task Authorization_covers_everything()
    {
        await using var host = await PageHost.StartAsync(
            environment: "Production",
            add: services =>
            {
                services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, NamedUsers>("Test", null);
                services.AddAuthorizationBuilder().AddPolicy("ops", policy => policy.RequireUserName("olga"));
            },
            map: app => app.MapSlowroll("/slowroll", page => page.ShowOutsideDevelopment = true)
                .RequireAuthorization("ops"));

        foreach (var path in Paths)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, path));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(host, path, ("X-User", "otto")));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, path, ("X-User", "olga")));
        }

        Assert.DoesNotContain(host.Log.All, line => line.Contains("The status page", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hosts_rates_and_origins_cover_everything()
    {
        await using var host = await PageHost.StartAsync(
            add: services => services
                .AddCors(cors => cors.AddPolicy("friends", policy => policy.WithOrigins("https://friend.example")))
                .AddRateLimiter(rates => rates.AddPolicy("never", context =>
                    RateLimitPartition.GetConcurrencyLimiter(
                        "", _ => new() { PermitLimit = 1, QueueLimit = 0 }))),
            map: app =>
            {
                app.UseCors();
                app.UseRateLimiter();
                app.MapSlowroll("/hosts").RequireHost("ops.example");
                app.MapSlowroll("/origins").RequireCors("friends");
                app.MapSlowroll("/rates").RequireRateLimiting("never");
            });
        using var open = await host.Client.GetAsync("/rates/events", HttpCompletionOption.ResponseHeadersRead);

        foreach (var path in Paths.Select(path => path["/slowroll".Length..]))
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, $"/hosts{path}"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, $"/hosts{path}", ("Host", "ops.example")));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(host, $"/rates{path}"));
            using var answer = await AskAsync(host, $"/origins{path}", ("Origin", "https://friend.example"));
            Assert.Equal(["https://friend.example"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task It_may_lie_anywhere_and_more_than_once()
    {
        await using var host = await PageHost.StartAsync(map: app =>
        {
            app.UsePathBase("/base");
            app.UseRouting();
            app.MapSlowroll("/slowroll/");
            app.MapGroup("/ops/{team}").MapSlowroll("flags");
            app.MapSlowroll("/", page => page.Title = "Root");
            app.MapFallback(() => "fallback");
        });

        Assert.Contains("href=\"./slowroll/data\"", await host.GetAsync("/slowroll"), StringComparison.Ordinal);
        Assert.Contains("href=\"./data\"", await host.GetAsync("/base/slowroll/"), StringComparison.Ordinal);
        Assert.Contains("href=\"./flags/data\"", await host.GetAsync("/ops/a%20b/flags"), StringComparison.Ordinal);
        Assert.Contains("<h1>Root</h1>", await host.GetAsync("/base"), StringComparison.Ordinal);
        Assert.Equal("Shop", (await host.GetJsonAsync("/base/ops/x/flags/data")).GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task It_only_reads(string method)
    {
        await using var host = await PageHost.StartAsync();

        foreach (var path in Paths)
        {
            using HttpRequestMessage request = new(new(method), path);
            using var answer = await host.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow.Order());
        }
    }

    [Fact]
    public async Task The_headers_alone_can_be_asked_for()
    {
        await using var host = await PageHost.StartAsync();

        foreach (var path in Paths)
        {
            using HttpRequestMessage request = new(HttpMethod.Head, path);
            using var answer = await host.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("", await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Interfaces_are_not_described() // as of an OpenAPI document
    {
        await using var host = await PageHost.StartAsync(map: app =>
        {
            app.MapSlowroll("/slowroll");
            Assert.All(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints), endpoint =>
                Assert.NotNull(endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()));
        });
    }

    internal static async Task<HttpResponseMessage> AskAsync(
        PageHost host, string path, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<HttpStatusCode> StatusAsync(
        PageHost host, string path, params (string Name, string Value)[] headers)
    {
        using var answer = await AskAsync(host, path, headers);
        return answer.StatusCode;
    }

    private sealed class NamedUsers(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Request.Headers["X-User"] is [{ } name]
                ? AuthenticateResult.Success(new(
                    new(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "Test")), "Test"))
                : AuthenticateResult.NoResult());
    }
}
