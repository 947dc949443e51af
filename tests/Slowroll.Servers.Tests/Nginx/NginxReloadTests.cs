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

        await server.ReloadAsync(NginxConf.Server(server.Listen, server["other"]));

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
            {
                var outcome = await config.RefreshAsync();
                Assert.True(outcome == RefreshOutcome.Unchanged, config.Status.LastError);
            }
        });

        for (var reload = 1; reload <= 20; reload++)
            await server.ReloadAsync(NginxServer.Plain(server));

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

        await server.ReloadBrokenAsync("this is no conf");

        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        server.Write("config.json", Of(2), Written(2));
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.Equal(2, ValueIn(config));
    }
}
