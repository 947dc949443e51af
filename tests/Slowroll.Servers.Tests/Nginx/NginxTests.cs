using Slowroll.Servers.Tests.Servers;
using static Slowroll.Servers.Tests.Servers.OneFlagConfig;

namespace Slowroll.Servers.Tests.Nginx;

public class NginxTests
{
    private const string Gzip = "gzip on; gzip_types application/json; gzip_min_length 256; gzip_vary on;";

    [ServerFact("nginx")]
    public async Task A_config_is_fetched_once_and_confirmed_by_its_strong_ETag()
    {
        await using var server = await NginxServer.StartAsync();
        using AnswerLog answers = new();
        server.Write("config.json", Of(1), Written(1));
        await using var config = await OpenAsync(server.ConfigUrl, client: answers.Client());

        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());

        Assert.Equal(1, ValueIn(config));
        Assert.Matches("^\"[0-9a-f]+-[0-9a-f]+\"$", config.Status.ETag);
        Assert.Equal([200, 304], answers.All.Select(answer => answer.Status));
        Assert.Equal(config.Status.ETag, answers.Last.Asked);
    }

    [ServerFact("nginx")]
    public async Task After_gzip_the_ETag_is_weak_and_confirms_the_config_all_the_same()
    {
        await using var server = await NginxServer.StartAsync(Gzip);
        using AnswerLog answers = new();
        server.Write("config.json", Of(1, length: 300), Written(1));
        await using var config = await OpenAsync(server.ConfigUrl, client: answers.Client());

        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());

        Assert.Equal(1, ValueIn(config));
        Assert.StartsWith("W/\"", config.Status.ETag, StringComparison.Ordinal);
        Assert.Equal(["gzip", null], answers.All.Select(answer => answer.Encoding));
        Assert.Equal([200, 304], answers.All.Select(answer => answer.Status));
        Assert.Equal(config.Status.ETag, answers.Last.Asked);
    }

    [ServerFact("nginx")]
    public async Task A_change_is_seen_by_the_weak_ETag_and_by_the_strong_one()
    {
        await using var server = await NginxServer.StartAsync(Gzip);
        server.Write("config.json", Of(1, length: 300), Written(1));
        await using var config = await OpenAsync(server.ConfigUrl);

        server.Write("config.json", Of(2, length: 300), Written(2));
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        server.Write("config.json", Of(3), Written(3));
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());

        Assert.Equal(3, ValueIn(config));
        Assert.StartsWith("\"", config.Status.ETag, StringComparison.Ordinal);
    }

    [ServerFact("nginx")]
    public async Task A_server_that_is_down_leaves_the_last_good_config_and_one_that_is_back_is_noticed()
    {
        await using var server = await NginxServer.StartAsync();
        using Lines log = new();
        server.Write("config.json", Of(1), Written(1));
        await using var config = await OpenAsync(server.ConfigUrl, log);

        await server.StopAsync();
        Assert.Equal(RefreshOutcome.Failed, await config.RefreshAsync());
        Assert.Equal(RefreshOutcome.Failed, await config.RefreshAsync());

        Assert.Equal(1, ValueIn(config));
        Assert.Equal(2, config.Status.ConsecutiveFailures);
        Assert.Equal(
            $"{server.ConfigUrl} can't be connected to (ConnectionRefused): check host, port, firewall and whether it "
            + "runs.", config.Status.LastError);
        OutagesPage.Has(config.Status.LastError, $"{server.ConfigUrl}");
        Assert.Single(log.With($"The config could not be refreshed from {server.ConfigUrl}; the last good one stays. "
            + config.Status.LastError));

        server.Write("config.json", Of(2), Written(2));
        await server.StartAgainAsync();
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());

        Assert.Equal(2, ValueIn(config));
        Assert.Null(config.Status.LastError);
        Assert.Single(log.With($"Refreshing from {server.ConfigUrl} works again after 2 failures."));
        OutagesPage.Has("Refreshing from works again after 12 failures.", "nobody");
    }

    [ServerFact("nginx")]
    public async Task A_file_that_is_removed_leaves_the_last_good_config()
    {
        await using var server = await NginxServer.StartAsync();
        server.Write("config.json", Of(1), Written(1));
        await using var config = await OpenAsync(server.ConfigUrl);

        File.Delete(Path.Combine(server.Files, "config.json"));
        Assert.Equal(RefreshOutcome.Failed, await config.RefreshAsync());

        Assert.Equal(1, ValueIn(config));
        Assert.Equal(
            $"{server.ConfigUrl} answered 404: there is no such file; check the address and whether the config has "
            + "been uploaded.", config.Status.LastError);
        OutagesPage.Has(config.Status.LastError, $"{server.ConfigUrl}");

        server.Write("config.json", Of(1), Written(1));
        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
    }
}
