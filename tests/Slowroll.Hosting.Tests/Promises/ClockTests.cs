using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static Slowroll.Hosting.Tests.TestHost;

namespace Slowroll.Hosting.Tests.Promises;

/// <summary>Flags go by the container's clock; a server's silence goes by the real one.</summary>
public class ClockTests
{
    [Fact]
    public async Task A_clock_that_stands_still_does_not_keep_the_host_from_starting_while_the_server_is_silent()
    {
        await using var server = await ConfigServer.StartAsync(1, isSilent: true);
        using var host = With(services =>
        {
            services.AddSingleton<TimeProvider>(new FakeTimeProvider());
            services.AddSlowroll<Features>(server.Url, options =>
            {
                Quietly(options);
                options.StartupTimeout = TimeSpan.FromMilliseconds(100);
                options.FetchTimeout = TimeSpan.FromDays(1);
            });
        });

        await host.StartAsync().WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(-1, host.Flag());
        await host.StopAsync();
    }

    [Fact]
    public async Task A_clock_that_stands_still_does_not_keep_a_fetch_waiting()
    {
        await using var server = await ConfigServer.StartAsync(1, isSilent: true);
        using var host = With(services =>
        {
            services.AddSingleton<TimeProvider>(new FakeTimeProvider());
            services.AddSlowroll<Features>(server.Url, options =>
            {
                Quietly(options);
                options.StartupTimeout = TimeSpan.FromDays(1);
                options.FetchTimeout = TimeSpan.FromMilliseconds(100);
            });
        });

        await host.StartAsync().WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(-1, host.Flag());
        await host.StopAsync();
    }

    [Fact]
    public void The_one_deadline_of_a_fetch_is_FetchTimeout()
    {
        using var host = With(services => services.AddSlowroll<Features>(new Uri("http://127.0.0.1:1/")));

        using var client = host.Services.GetRequiredService<IHttpClientFactory>().CreateClient(Features.LocalCacheName);

        Assert.Equal(Timeout.InfiniteTimeSpan, client.Timeout);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_time_out_of_ones_own_client_is_kept(bool isSetBefore)
    {
        using var host = With(services =>
        {
            if (isSetBefore)
                services.AddHttpClient(Features.LocalCacheName, client => client.Timeout = TimeSpan.FromSeconds(7));
            services.AddSlowroll<Features>(new Uri("http://127.0.0.1:1/"));
            if (!isSetBefore)
                services.AddHttpClient(Features.LocalCacheName, client => client.Timeout = TimeSpan.FromSeconds(7));
        });

        using var client = host.Services.GetRequiredService<IHttpClientFactory>().CreateClient(Features.LocalCacheName);

        Assert.Equal(TimeSpan.FromSeconds(7), client.Timeout);
    }
}
