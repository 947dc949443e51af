using Microsoft.AspNetCore.Http;
using Slowroll.Tests.Servers;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Promises;

/// <summary>How often a real server is asked, over hours of simulated time.</summary>
public sealed class PoliteTests
{
    private readonly VirtualTime _time = new();
    private RequestDelegate _answer = context => context.Response.WriteAsync(Config(1));

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Survive_13_what_only_a_person_can_mend_is_polled_slower_but_taken_once_it_is_mended(int status)
    {
        await using var server = await StartAsync();
        await using var config = await OpenAsync(server);
        _answer = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        Run(TimeSpan.FromMinutes(5));
        var before = server.Requests.Count;

        Run(TimeSpan.FromHours(2));
        Assert.InRange(server.Requests.Count - before, 10, 16);
        Assert.Equal(1, config.GetValue("s", "f", "host", -1));

        _answer = context => context.Response.WriteAsync(Config(2));
        Run(TimeSpan.FromMinutes(11));
        Assert.Equal(2, config.GetValue("s", "f", "host", -1));
        Assert.Equal((ConfigOrigin.Source, 0), (config.Status.Origin, config.Status.ConsecutiveFailures));
    }

    [Fact]
    public async Task Survive_10_what_a_server_mends_by_itself_is_asked_for_as_often_as_ever()
    {
        await using var server = await StartAsync();
        await using var config = await OpenAsync(server);
        _answer = context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        Run(TimeSpan.FromMinutes(5));
        var before = server.Requests.Count;

        // Once a minute, which a random tenth makes longer or shorter.
        Run(TimeSpan.FromHours(1));
        Assert.InRange(server.Requests.Count - before, 54, 67);
    }

    [Theory]
    [InlineData(true, "max-age=600", 6, 7)]
    [InlineData(true, "public, max-age=600, s-maxage=5", 6, 7)]
    [InlineData(true, "max-age=30", 55, 65)]
    [InlineData(true, "no-cache, max-age=600", 55, 65)]
    [InlineData(false, "max-age=600", 55, 65)]
    public async Task What_a_server_calls_good_for_longer_is_left_alone_for_so_long_if_that_is_wanted(
        bool wanted, string cacheControl, int least, int most)
    {
        _answer = context =>
        {
            context.Response.Headers.CacheControl = cacheControl;
            return context.Response.WriteAsync(Config(1));
        };
        await using var server = await StartAsync();
        await using var config = await OpenAsync(server, honorMaxAge: wanted);

        Run(TimeSpan.FromHours(1));

        Assert.InRange(server.Requests.Count, least, most);
    }

    [Fact]
    public async Task A_cache_in_between_has_used_up_a_part_of_the_age()
    {
        _answer = context =>
        {
            context.Response.Headers.CacheControl = "max-age=600";
            context.Response.Headers.Age = "480";
            return context.Response.WriteAsync(Config(1));
        };
        await using var server = await StartAsync();
        await using var config = await OpenAsync(server, honorMaxAge: true);

        Run(TimeSpan.FromHours(1));

        // Up to an interval after it has expired.
        Assert.InRange(server.Requests.Count, 20, 31);
    }

    private Task<LoopbackServer> StartAsync() => LoopbackServer.StartAsync(context => _answer(context));

    private Task<SlowrollConfig> OpenAsync(LoopbackServer server, bool honorMaxAge = false) => SlowrollConfig.OpenAsync(
        server.Url,
        "polite",
        new SlowrollOptions
        {
            TimeProvider = _time,
            UseDiskCache = false,
            HonorMaxAge = honorMaxAge,
            StartupTimeout = VirtualTime.Deadline,
            FetchTimeout = VirtualTime.Deadline,
        });

    private void Run(TimeSpan length) => _time.Run(length, clients: 1);
}
