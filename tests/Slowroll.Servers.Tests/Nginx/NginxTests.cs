using Slowroll.Servers.Tests.Servers;

namespace Slowroll.Servers.Tests.Nginx;

public class NginxTests
{
    private static readonly DateTime Modified = new(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [ServerFact("nginx")]
    public async Task A_config_is_fetched_once_and_confirmed_by_its_ETag()
    {
        await using var server = await NginxServer.StartAsync();
        server.Write("config.json", """{"s": {"f": {"stable": 1}}}""", Modified);
        await using var config = await OpenAsync(server);

        Assert.Equal(1, config.GetValue("s", "f", "web-1", -1));
        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        Assert.Matches("^\"[0-9a-f]+-[0-9a-f]+\"$", config.Status.ETag);
    }

    private static Task<SlowrollConfig> OpenAsync(NginxServer server) => SlowrollConfig.OpenAsync(
        new Uri(server.Url, "config.json"), "test",
        new() { UseDiskCache = false, PollInterval = Timeout.InfiniteTimeSpan });
}
