using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using static Slowroll.Hosting.Tests.TestHost;

namespace Slowroll.Hosting.Tests.EndToEnd;

/// <summary>A host that a test changes, as WebApplicationFactory lets it.</summary>
public class OverridingTests
{
    [Fact]
    public async Task A_URL_that_is_overridden_after_the_flags_were_added_counts()
    {
        await using var production = await ConfigServer.StartAsync(1);
        await using var test = await ConfigServer.StartAsync(2);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            Values(("Url", production.Url.ToString()), ("UseDiskCache", "false")));
        builder.Services.AddSlowroll<Features>(builder.Configuration.GetSection("Flags"));
        builder.Configuration.AddInMemoryCollection(Values(("Url", test.Url.ToString())));
        using var host = builder.Build();

        await host.StartAsync();

        Assert.Equal((2, 0), (host.Flag(), production.Requests));
        await host.StopAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_URL_is_taken_back_for_a_file_by_an_empty_value(string? nothing)
    {
        var root = Directory.CreateTempSubdirectory("slowroll-");
        await File.WriteAllTextAsync(Path.Combine(root.FullName, "features.json"), ConfigServer.ConfigOf(7));
        await using var production = await ConfigServer.StartAsync(1);
        var builder = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = root.FullName });
        builder.Configuration.AddInMemoryCollection(
            Values(("Url", production.Url.ToString()), ("UseDiskCache", "false"), ("PollInterval", "5m")));
        builder.Services.AddSlowroll<Features>(builder.Configuration.GetSection("Flags"));
        builder.Configuration.AddInMemoryCollection(
            Values(("Url", nothing), ("File", "features.json"), ("PollInterval", nothing)));
        using var host = builder.Build();

        await host.StartAsync();

        Assert.Equal((7, 0), (host.Flag(), production.Requests));
        await host.StopAsync();
        root.Delete(recursive: true);
    }

    [Fact]
    public async Task The_section_is_read_once()
    {
        await using var server = await ConfigServer.StartAsync(1);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(Values(("Url", server.Url.ToString()), ("UseDiskCache", "false")));
        builder.Services.AddSlowroll<Features>(builder.Configuration.GetSection("Flags"));
        using var host = builder.Build();
        await host.StartAsync();

        ((IConfigurationRoot)builder.Configuration)["Flags:Url"] = "http://127.0.0.1:1/";
        ((IConfigurationRoot)builder.Configuration).Reload();

        Assert.Equal(1, host.Flag());
        await host.StopAsync();
    }

    [Fact]
    public async Task Of_two_that_add_the_same_flags_the_last_wins()
    {
        await using var production = await ConfigServer.StartAsync(1);
        await using var test = await ConfigServer.StartAsync(2);
        var wasAsked = false;
        using var host = With(services =>
        {
            services.AddSlowroll<Features>(
                Section(("Url", production.Url.ToString()), ("PollInterval", "no time at all")), _ => wasAsked = true);
            services.AddSlowroll<Features>(test.Url, Quietly);
        });

        await host.StartAsync();
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Equal((2, 0, false), (host.Flag(), production.Requests, wasAsked));
        Assert.Equal(HealthStatus.Healthy, Assert.Single(report.Entries).Value.Status);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_section_wins_over_a_source_that_was_added_before()
    {
        await using var server = await ConfigServer.StartAsync(2);
        using var host = With(services =>
        {
            services.AddSlowroll<Features>(ConfigSource.From("old", (_, _) => throw new InvalidOperationException()));
            services.AddSlowroll<Features>(Section(("Url", server.Url.ToString()), ("UseDiskCache", "false")));
        });

        await host.StartAsync();

        Assert.Equal(2, host.Flag());
        await host.StopAsync();
    }

    [Fact]
    public async Task A_client_of_ones_own_is_kept_when_flags_are_added_again()
    {
        await using var server = await ConfigServer.StartAsync(1);
        using var host = With(services =>
        {
            services.AddSlowroll<Features>(server.Url);
            services.AddHttpClient(
                Features.LocalCacheName, client => client.DefaultRequestHeaders.Add("X-Team", "web"));
            services.AddSlowroll<Features>(server.Url, Quietly);
        });

        await host.StartAsync();

        Assert.Equal("web", server.Team);
        await host.StopAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Flags_that_are_replaced_are_frozen_too_and_nobody_asks_production(bool isReplacedBefore)
    {
        await using var production = await ConfigServer.StartAsync(1);
        var replaced = Features.FromConfig(SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(ConfigServer.ConfigOf(9))));
        using var host = With(services =>
        {
            if (isReplacedBefore)
                services.AddSingleton(replaced);
            services.AddSlowroll<Features>(Section(("Url", production.Url.ToString()), ("UseDiskCache", "false")));
            if (!isReplacedBefore)
                services.AddSingleton(replaced);
        });
        await host.StartAsync();
        using var scope = host.Services.CreateScope();
        var frozen = scope.ServiceProvider.GetRequiredService<Frozen<Features>>().Flags;

        Assert.Equal((9, 9, 0), (host.Flag(), frozen.F("web-1"), production.Requests));
        await host.StopAsync();
    }
}
