using System.Reflection;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using static Slowroll.Hosting.Tests.TestHost;

namespace Slowroll.Hosting.Tests;

/// <summary>Real hosts and a real web server.</summary>
public class SlowrollServicesTests
{
    // A page in a browser starts no hosted services: flags that are added there would answer their defaults for ever.
    [Fact]
    public void The_compiler_knows_that_a_browser_has_no_host() => Assert.Equal(
        "browser", typeof(SlowrollServices).GetCustomAttribute<UnsupportedOSPlatformAttribute>()?.PlatformName);

    [Fact]
    public async Task Flags_are_injected_and_live_once_the_host_has_started()
    {
        await using var server = await ConfigServer.StartAsync(1);
        using var host = With(services => services.AddSlowroll<Features>(server.Url, Quietly));
        var flags = host.Services.GetRequiredService<Features>();
        Assert.Equal(-1, flags.F("web-1"));

        await host.StartAsync();
        Assert.Equal(1, flags.F("web-1"));
        await host.StopAsync();
    }

    [Fact]
    public async Task All_configs_of_a_host_can_be_injected()
    {
        await using var server = await ConfigServer.StartAsync(1);
        using var host = With(services => services
            .AddSlowroll<Features>(server.Url, Quietly)
            .AddSlowroll<Features>(server.Url, Quietly));
        await host.StartAsync();

        var only = Assert.Single(host.Services.GetServices<IHostedConfig>());

        Assert.Equal(Features.LocalCacheName, only.Name);
        Assert.Same(host.Services.GetRequiredService<Features>().Config, only.GetConfig(host.Services));
        await host.StopAsync();
    }

    [Fact]
    public async Task The_config_of_a_host_is_that_of_the_flags_which_a_test_has_registered()
    {
        var given = new Features(SlowrollConfig.Empty);
        using var host = With(services => services
            .AddSlowroll<Features>(new Uri("http://localhost:1/"), Quietly)
            .AddSingleton(given));
        await host.StartAsync();

        Assert.Same(given.Config, host.Services.GetRequiredService<IHostedConfig>().GetConfig(host.Services));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_scope_has_flags_that_do_not_change()
    {
        var answer = FetchResult.Fresh(Encoding.UTF8.GetBytes(ConfigServer.ConfigOf(1)), null);
        var polled = new SemaphoreSlim(0);
        var source = ConfigSource.From("script", (_, _) =>
        {
            polled.Release();
            return ValueTask.FromResult(answer);
        });
        using var host = With(services => services.AddSlowroll<Features>(source, options =>
        {
            Quietly(options);
            options.PollInterval = TimeSpan.FromMilliseconds(10);
        }));
        await host.StartAsync();
        using var scope = host.Services.CreateScope();
        var frozen = scope.ServiceProvider.GetRequiredService<Frozen<Features>>().Flags;

        answer = FetchResult.Fresh(Encoding.UTF8.GetBytes(ConfigServer.ConfigOf(2)), null);
        while (host.Flag() != 2)
            Assert.True(await polled.WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.Equal(1, frozen.F("web-1"));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_file_is_looked_for_in_the_hosts_content_root()
    {
        var root = Directory.CreateTempSubdirectory("slowroll-");
        await File.WriteAllTextAsync(Path.Combine(root.FullName, "features.json"), ConfigServer.ConfigOf(7));
        var builder = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = root.FullName });
        builder.Services.AddSlowroll<Features>(Section(("File", "features.json"), ("UseDiskCache", "false")));
        using var host = builder.Build();

        await host.StartAsync();

        Assert.Equal(7, host.Flag());
        await host.StopAsync();
        root.Delete(recursive: true);
    }

    [Fact]
    public async Task Health_names_a_server_that_is_down_without_secrets()
    {
        using var host = With(services =>
            services.AddSlowroll<Features>(new Uri("http://ada:s3cret@127.0.0.1:1/c.json?key=s3cret"), Quietly));
        await host.StartAsync();

        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        var description = report.Entries.Single().Value.Description!;
        Assert.Contains("http://127.0.0.1:1/c.json can't be connected to", description, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", description, StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Fact]
    public async Task The_config_is_fetched_through_the_hosts_client_factory()
    {
        await using var server = await ConfigServer.StartAsync(1);
        using var host = With(services =>
        {
            services.AddSlowroll<Features>(server.Url, Quietly);
            services.AddHttpClient(
                Features.LocalCacheName, client => client.DefaultRequestHeaders.Add("X-Team", "web"));
        });

        await host.StartAsync();
        Assert.Equal("web", server.Team);
        await host.StopAsync();
    }

    [Fact]
    public async Task Nothing_logs_a_secret_of_the_URL()
    {
        await using var server = await ConfigServer.StartAsync(1, isDown: true);
        var log = new Lines();
        using var host = With(services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            services.AddSlowroll<Features>(
                Section(("Url", new Uri(server.Url, "?token=s3cret").ToString()), ("UseDiskCache", "false")));
        });

        await host.StartAsync();
        await host.StopAsync();

        Assert.Contains(log.All, line => line.Contains("500", StringComparison.Ordinal));
        Assert.DoesNotContain(log.All, line => line.Contains("s3cret", StringComparison.Ordinal));

        // Newer versions of it leave the query out; .NET 8's writes all of it.
        Assert.DoesNotContain(log.All, line => line.StartsWith("System.Net.Http.HttpClient", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Health_is_unhealthy_before_the_first_config_and_healthy_after()
    {
        await using var server = await ConfigServer.StartAsync(1, isDown: true);
        using var host = With(services => services.AddSlowroll<Features>(server.Url, options =>
        {
            Quietly(options);
            options.PollInterval = TimeSpan.FromMilliseconds(10);
        }));
        await host.StartAsync();
        var health = host.Services.GetRequiredService<HealthCheckService>();
        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync()).Status);

        server.IsDown = false;
        for (var i = 0; i < 1000 && (await health.CheckHealthAsync()).Status != HealthStatus.Healthy; i++)
            await Task.Delay(10);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);

        server.IsDown = true;
        for (var i = 0; i < 1000 && (await health.CheckHealthAsync()).Status != HealthStatus.Degraded; i++)
            await Task.Delay(10);
        var report = (await health.CheckHealthAsync()).Entries.Single();
        Assert.Equal(("slowroll Slowroll.Hosting.Tests.Features", HealthStatus.Degraded),
            (report.Key, report.Value.Status));
        await host.StopAsync();
    }
}
