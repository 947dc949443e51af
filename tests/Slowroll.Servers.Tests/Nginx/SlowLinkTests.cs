using Slowroll.Servers.Tests.Servers;
using static Slowroll.Servers.Tests.Servers.OneFlagConfig;

namespace Slowroll.Servers.Tests.Nginx;

/// <summary>A link that is slow, and one that breaks.</summary>
public class SlowLinkTests
{
    // nginx sends that many bytes in a second, a tenth of a second's worth at a time.
    private const int BytesPerSecond = 20_000;

    [ServerTheory("nginx")]
    [InlineData("")]
    [InlineData("gzip on; gzip_types application/json;")]
    public async Task A_config_that_does_not_fit_into_the_time_of_a_fetch_leaves_the_last_good_one(string gzip)
    {
        await using var server = await NginxServer.StartAsync($"limit_rate {BytesPerSecond}; {gzip}");
        using Lines log = new();
        server.Write("config.json", Of(1), Written(1));
        await using var config = await OpenAsync(
            server.ConfigUrl, log, fetchTimeout: TimeSpan.FromMilliseconds(500));

        server.Write("config.json", Of(2, length: 100 * BytesPerSecond), Written(2));
        Assert.Equal(RefreshOutcome.Failed, await config.RefreshAsync());

        Assert.Equal(1, ValueIn(config));
        Assert.Equal(
            "No whole answer came within 00:00:00.5000000: check how fast the link and the server are, or raise "
            + "SlowrollOptions.FetchTimeout.", config.Status.LastError);
        Assert.Single(log.With(config.Status.LastError!));
        OutagesPage.Has(config.Status.LastError!.Replace("00:00:00.5000000", "00:00:30"), $"{server.ConfigUrl}");

        server.Write("config.json", Of(3), Written(3));
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.Equal(3, ValueIn(config));
    }

    [ServerFact("nginx")]
    public async Task A_config_that_comes_slowly_but_in_time_is_taken_whole()
    {
        await using var server = await NginxServer.StartAsync($"limit_rate {BytesPerSecond};");
        server.Write("config.json", Of(1), Written(1));
        await using var config = await OpenAsync(server.ConfigUrl);

        server.Write("config.json", Of(2, length: BytesPerSecond), Written(2));
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());

        Assert.Equal(2, ValueIn(config));
    }

    [ServerTheory("nginx")]
    [InlineData("")]
    [InlineData("gzip on; gzip_types application/json;")]
    public async Task An_answer_that_breaks_off_leaves_the_last_good_config_and_its_ETag(string gzip)
    {
        await using var server = await NginxServer.StartAsync($"limit_rate {BytesPerSecond}; {gzip}");
        using AnswerLog answers = new();
        server.Write("config.json", Of(1), Written(1));
        await using var config = await OpenAsync(server.ConfigUrl, client: answers.Client());
        var etag = config.Status.ETag;

        server.Write("config.json", Of(2, length: 100 * BytesPerSecond), Written(2));
        var refresh = config.RefreshAsync();
        await server.WaitUntilAsync(() => Task.FromResult(answers.All.Count == 2));
        await server.StopAsync();

        Assert.Equal(RefreshOutcome.Failed, await refresh);
        Assert.Equal((1, etag), (ValueIn(config), config.Status.ETag));
        Assert.Equal(
            $"{server.ConfigUrl} broke its answer off: the connection ended before the config was complete; if it "
            + "stays so, see the log of the server and of proxies in between.", config.Status.LastError);
        OutagesPage.Has(config.Status.LastError, $"{server.ConfigUrl}");

        server.Write("config.json", Of(1), Written(1));
        await server.StartAgainAsync();
        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        Assert.Equal((304, etag), (answers.Last.Status, answers.Last.Asked));
    }
}
