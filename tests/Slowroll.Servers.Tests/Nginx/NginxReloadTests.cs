using Slowroll.Servers.Tests.Servers;
using static Slowroll.Servers.Tests.Servers.OneFlagConfig;

namespace Slowroll.Servers.Tests.Nginx;

/// <summary>nginx reads its conf again while programs poll.</summary>
public class NginxReloadTests
{
    [ServerFact("nginx")]
    public async Task A_reload_to_another_folder_brings_its_config_over_the_connection_that_is_kept()
    {
        await using var server = await NginxServer.StartAsync();
        Directory.CreateDirectory(server["other"]);
        await File.WriteAllTextAsync(Path.Combine(server["other"], "config.json"), Of(2));
        server.Write("config.json", Of(1), Written(1));
        await using var config = await OpenAsync(server.ConfigUrl);

        await server.ReloadAsync(
            _ => NginxConf.Server(server.Listen, server["other"]), () => AnswersAsync(server, Of(2)));

        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.Equal(2, ValueIn(config));
    }

    [ServerFact("nginx")]
    public async Task No_poll_fails_while_nginx_reloads_again_and_again()
    {
        await using var server = await NginxServer.StartAsync();
        server.Write("config.json", Of(1), Written(1));
        using Lines log = new();
        await using var config = await OpenAsync(server.ConfigUrl, log);
        using CancellationTokenSource done = new();
        var polling = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
                Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        });

        for (var generation = 1; generation <= 5; generation++)
        {
            var header = $"{generation}";
            await server.ReloadAsync(
                _ => NginxServer.Plain(server, $"add_header X-Cache {header};"), () => HasHeaderAsync(server, header));
        }

        await done.CancelAsync();
        await polling;
        Assert.Empty(log.With("could not be refreshed"));
    }

    [ServerFact("nginx")]
    public async Task A_broken_conf_is_refused_and_the_server_goes_on_with_the_old_one()
    {
        await using var server = await NginxServer.StartAsync();
        server.Write("config.json", Of(1), Written(1));
        await using var config = await OpenAsync(server.ConfigUrl);

        await server.ReloadAsync(
            _ => "this is no conf",
            async () => (await File.ReadAllTextAsync(server["error.log"])).Contains("[emerg]"));

        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        server.Write("config.json", Of(2), Written(2));
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.Equal(2, ValueIn(config));
    }

    private static async Task<bool> AnswersAsync(NginxServer server, string text)
    {
        using HttpClient client = new();
        return await client.GetStringAsync(server.ConfigUrl) == text;
    }

    private static async Task<bool> HasHeaderAsync(NginxServer server, string value)
    {
        using AnswerLog answers = new();
        using var response = await answers.Client().GetAsync(server.ConfigUrl);
        return answers.Last.Cache == value;
    }
}
