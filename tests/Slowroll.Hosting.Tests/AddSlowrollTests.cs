using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Slowroll.Hosting.Tests;

/// <summary>Real hosts and a real web server.</summary>
public class AddSlowrollTests
{
    private volatile bool _isDown;
    private volatile string? _team;

    [Fact]
    public async Task Flags_are_injected_and_live_once_the_host_has_started()
    {
        await using var server = await StartServerAsync();
        using var host = HostWith(services => services.AddSlowroll<Features>(UrlOf(server), Quietly));
        var flags = host.Services.GetRequiredService<Features>();
        Assert.Equal(-1, flags.F("web-1"));

        await host.StartAsync();
        Assert.Equal(1, flags.F("web-1"));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_scope_has_flags_that_do_not_change()
    {
        var answer = FetchResult.Fresh(Encoding.UTF8.GetBytes(Config(1)), null);
        var polled = new SemaphoreSlim(0);
        var source = ConfigSource.From("script", (_, _) =>
        {
            polled.Release();
            return ValueTask.FromResult(answer);
        });
        using var host = HostWith(services => services.AddSlowroll<Features>(source, options =>
        {
            Quietly(options);
            options.PollInterval = TimeSpan.FromMilliseconds(10);
        }));
        await host.StartAsync();
        using var scope = host.Services.CreateScope();
        var frozen = scope.ServiceProvider.GetRequiredService<Frozen<Features>>().Flags;

        answer = FetchResult.Fresh(Encoding.UTF8.GetBytes(Config(2)), null);
        var live = host.Services.GetRequiredService<Features>();
        while (live.F("web-1") != 2)
            Assert.True(await polled.WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.Equal(1, frozen.F("web-1"));
        await host.StopAsync();
    }

    [Fact]
    public async Task The_options_come_from_the_hosts_configuration()
    {
        await using var server = await StartServerAsync();
        using var host = HostWith(services => services.AddSlowroll<Features>(
            Section(("Url", UrlOf(server).ToString()), ("PollInterval", "00:10:00"), ("UseDiskCache", "false"), ("MaxStaleness", "06:00:00"), ("MaxCacheAge", "7.00:00:00")),
            options => Assert.Equal(
                (TimeSpan.FromMinutes(10), false, TimeSpan.FromHours(6), TimeSpan.FromDays(7)),
                (options.PollInterval, options.UseDiskCache, options.MaxStaleness, options.MaxCacheAge))));

        await host.StartAsync();

        Assert.Equal(1, host.Services.GetRequiredService<Features>().F("web-1"));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_file_is_looked_for_in_the_hosts_content_root()
    {
        var root = Directory.CreateTempSubdirectory("slowroll-");
        await File.WriteAllTextAsync(Path.Combine(root.FullName, "features.json"), Config(7));
        var builder = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = root.FullName });
        builder.Services.AddSlowroll<Features>(Section(("File", "features.json"), ("UseDiskCache", "false")));
        using var host = builder.Build();

        await host.StartAsync();

        Assert.Equal(7, host.Services.GetRequiredService<Features>().F("web-1"));
        await host.StopAsync();
        root.Delete(recursive: true);
    }

    [Fact]
    public void A_URL_and_a_file_are_one_too_many()
    {
        var section = Section(("Url", "http://127.0.0.1/"), ("File", "features.json"));

        var e = Assert.Throws<FormatException>(() => HostWith(services => services.AddSlowroll<Features>(section)));

        Assert.Equal("The configuration values Flags:Url and Flags:File are both given: take one.", e.Message);
    }

    [Theory]
    [InlineData("Url", "config.json", "The configuration value Flags:Url must be an absolute URL, such as https://example.com/app_features.json")]
    [InlineData("Url", "file:///etc/config.json", "The configuration value Flags:Url must start with http:// or https://. A config in a file is named by Flags:File instead.")]
    [InlineData("Url", "ada:secret@example.com/config.json", "The configuration value Flags:Url must start with http:// or https://. A config in a file is named by Flags:File instead.")]
    [InlineData("PollInterval", "often", "The configuration value Flags:PollInterval is 'often'; it must be a time like 00:01:00")]
    public void A_value_that_can_not_be_read_is_named(string key, string value, string message)
    {
        var section = Section(("Url", "http://127.0.0.1/"), (key, value));

        var e = Assert.Throws<FormatException>(() =>
            HostWith(services => services.AddSlowroll<Features>(section)).Services.GetRequiredService<Features>());

        Assert.StartsWith(message, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Url", "https://ada:s3/cret@example.com/config.json")]
    [InlineData("Url", "https://ada:s3cret@")]
    [InlineData("Url", "htps://ada:s3cret@example.com/config.json?key=s3cret")]
    [InlineData("Url", "https//ada:s3cret@example.com/config.json")]
    [InlineData("Url", "example.com/config.json?key=s3cret")]
    [InlineData("Url", "s3cret:s3cret@example.com")]
    [InlineData("Url", "s3cret")]
    [InlineData("Url", "https://ada:s3cret@[::/")]
    [InlineData("File", "https://ada:s3cret@example.com/config.json?key=s3cret")]
    [InlineData("File", "htps:/ada:s3cret@example.com/config.json")]
    [InlineData("PollInterval", "https://ada:s3cret@example.com/config.json")]
    [InlineData("MaxConfigBytes", "ada:s3cret@example.com")]
    public void No_value_that_may_be_a_URL_is_shown_by_the_exception(string key, string value)
    {
        var section = key == "File" ? Section((key, value)) : Section(("Url", "http://127.0.0.1/"), (key, value));

        var e = Assert.Throws<FormatException>(() =>
            HostWith(services => services.AddSlowroll<Features>(section)).Services.GetRequiredService<Features>());

        Assert.DoesNotContain("cret", e.ToString(), StringComparison.Ordinal);
        Assert.StartsWith($"The configuration value Flags:{key} ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_names_a_server_that_is_down_without_secrets()
    {
        using var host = HostWith(services => services.AddSlowroll<Features>(new Uri("http://ada:s3cret@127.0.0.1:1/c.json?key=s3cret"), Quietly));
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
        await using var server = await StartServerAsync();
        using var host = HostWith(services =>
        {
            services.AddSlowroll<Features>(UrlOf(server), Quietly);
            services.AddHttpClient(Features.LocalCacheName, client => client.DefaultRequestHeaders.Add("X-Team", "web"));
        });

        await host.StartAsync();
        Assert.Equal("web", _team);
        await host.StopAsync();
    }

    [Fact]
    public async Task Nothing_logs_a_secret_of_the_URL()
    {
        _isDown = true;
        await using var server = await StartServerAsync();
        var log = new Lines();
        using var host = HostWith(services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            services.AddSlowroll<Features>(new Uri(UrlOf(server), "?token=s3cret"), Quietly);
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
        _isDown = true;
        await using var server = await StartServerAsync();
        using var host = HostWith(services => services.AddSlowroll<Features>(UrlOf(server), options =>
        {
            Quietly(options);
            options.PollInterval = TimeSpan.FromMilliseconds(10);
        }));
        await host.StartAsync();
        var health = host.Services.GetRequiredService<HealthCheckService>();
        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync()).Status);

        _isDown = false;
        for (var i = 0; i < 1000 && (await health.CheckHealthAsync()).Status != HealthStatus.Healthy; i++)
            await Task.Delay(10);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);

        _isDown = true;
        for (var i = 0; i < 1000 && (await health.CheckHealthAsync()).Status != HealthStatus.Degraded; i++)
            await Task.Delay(10);
        var report = (await health.CheckHealthAsync()).Entries.Single();
        Assert.Equal(("slowroll Slowroll.Hosting.Tests.Features", HealthStatus.Degraded), (report.Key, report.Value.Status));
        await host.StopAsync();
    }

    private static string Config(int value) => $$$"""{"s": {"f": {"stable": {{{value}}}} } }""";

    private static void Quietly(SlowrollOptions options)
    {
        options.UseDiskCache = false;
        options.PollInterval = Timeout.InfiniteTimeSpan;
    }

    private static IConfigurationSection Section(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.GroupBy(each => each.Key).Select(same => KeyValuePair.Create($"Flags:{same.Key}", (string?)same.Last().Value)))
            .Build()
            .GetSection("Flags");

    private static IHost HostWith(Action<IServiceCollection> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        add(builder.Services);
        return builder.Build();
    }

    private static Uri UrlOf(WebApplication server) => new(server.Urls.Single());

    private async Task<WebApplication> StartServerAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(context =>
        {
            context.Response.StatusCode = _isDown ? 500 : 200;
            _team = context.Request.Headers["X-Team"];
            return context.Response.WriteAsync(Config(1));
        });
        await server.StartAsync();
        return server;
    }
}
