using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using static Slowroll.Hosting.Tests.TestHost;

namespace Slowroll.Hosting.Tests;

public class SlowrollHealthChecksTests
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:1/");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_check_takes_a_name_tags_and_the_status_before_the_first_config(bool isNamedBefore)
    {
        using var host = With(services =>
        {
            if (isNamedBefore)
                services.AddHealthChecks().AddSlowroll<Features>("flags", HealthStatus.Degraded, ["ready", "config"]);
            services.AddSlowroll<Features>(Nowhere, Quietly);
            if (!isNamedBefore)
                services.AddHealthChecks().AddSlowroll<Features>("flags", HealthStatus.Degraded, ["ready", "config"]);
        });
        await host.StartAsync();

        var (name, entry) = Assert.Single((await ReportOf(host)).Entries);

        Assert.Equal(("flags", HealthStatus.Degraded), (name, entry.Status));
        Assert.Equal(["config", "ready"], entry.Tags.Order());
        await host.StopAsync();
    }

    [Fact]
    public async Task Of_several_names_the_last_counts()
    {
        using var host = With(services =>
        {
            services.AddSlowroll<Features>(Nowhere, Quietly);
            services.AddHealthChecks()
                .AddSlowroll<Features>("one", tags: ["a"])
                .AddSlowroll<Features>(failureStatus: HealthStatus.Healthy);
            services.AddSlowroll<Features>(Nowhere, Quietly);
        });
        await host.StartAsync();

        var (name, entry) = Assert.Single((await ReportOf(host)).Entries);

        Assert.Equal(("slowroll Slowroll.Hosting.Tests.Features", HealthStatus.Healthy, 0),
            (name, entry.Status, entry.Tags.Count()));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_probe_asks_the_checks_with_its_tag_alone()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSlowroll<Features>(Nowhere, Quietly);
        builder.Services.AddHealthChecks().AddSlowroll<Features>(tags: ["ready"]);
        await using var app = builder.Build();
        app.MapHealthChecks("/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var live = await client.GetAsync(new Uri("/live", UriKind.Relative));
        var ready = await client.GetAsync(new Uri("/ready", UriKind.Relative));

        Assert.Equal((200, 503), ((int)live.StatusCode, (int)ready.StatusCode));
    }

    [Fact]
    public async Task Flags_that_are_replaced_are_healthy()
    {
        using var host = With(services =>
        {
            services.AddSlowroll<Features>(Section());
            services.AddSingleton(
                Features.FromConfig(SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(ConfigServer.ConfigOf(9)))));
        });
        await host.StartAsync();

        Assert.Equal(HealthStatus.Healthy, (await ReportOf(host)).Status);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_server_that_is_down_is_named_without_secrets()
    {
        using var host = With(services =>
            services.AddSlowroll<Features>(new Uri("http://ada:s3cret@127.0.0.1:1/c.json?key=s3cret"), Quietly));
        await host.StartAsync();

        var description = Assert.Single((await ReportOf(host)).Entries).Value.Description!;

        Assert.Contains("http://127.0.0.1:1/c.json", description, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", description, StringComparison.Ordinal);
        await host.StopAsync();
    }

    private static Task<HealthReport> ReportOf(IHost host) =>
        host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
}
