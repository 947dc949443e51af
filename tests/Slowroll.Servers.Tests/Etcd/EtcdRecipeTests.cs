using Slowroll.Servers.Tests.Servers;
using Slowroll.Servers.Tests.Stores;

namespace Slowroll.Servers.Tests.Etcd;

/// <summary>The lines of docs/stores/etcd.md.</summary>
public class EtcdRecipeTests
{
    private const string Key = "flags/app_features";

    [ServerFact("etcd", "curl")]
    public async Task What_the_page_shows_publishes_through_the_gateway()
    {
        using TemporaryDirectory folder = new();
        await using var cluster = await EtcdCluster.StartAsync();
        using EtcdConfigSource source = new(cluster.Endpoints, Key);
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);
        await File.WriteAllTextAsync(folder["app_features.json"], StoreConfig.Json(1));
        await Shell.RunAsync($"ETCD={cluster.Endpoints}\n{Block("curl")}", folder.Path);
        await config.HasAsync(1);
    }

    [ServerFact("etcd", "etcdctl")]
    public async Task What_the_page_shows_publishes_with_etcdctl_and_makes_a_user_who_only_reads()
    {
        using TemporaryDirectory folder = new();
        await using var cluster = await EtcdCluster.StartAsync();
        var environment = $"export ETCDCTL_API=3 ETCDCTL_ENDPOINTS={cluster.Endpoints}\n";
        await Shell.RunAsync(environment + Block("role add"), folder.Path);
        await Shell.RunAsync(
            $"{environment}etcdctl user add root:pw && etcdctl user grant-role root root && etcdctl auth enable",
            folder.Path);
        using EtcdConfigSource source = new(
            cluster.Endpoints, Key, new() { UserName = "reader", Password = "reader-password" });
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);
        await File.WriteAllTextAsync(folder["app_features.json"], StoreConfig.Json(1));
        await Shell.RunAsync($"{environment}export ETCDCTL_USER=root:pw\n{Block("etcdctl put")}", folder.Path);
        await config.HasAsync(1);

        await Assert.ThrowsAnyAsync<Exception>(() => Shell.RunAsync(
            $"{environment}export ETCDCTL_USER=reader:reader-password\n{Block("etcdctl put")}", folder.Path));
    }

    private static string Block(string with) => Recipe.BlocksOf("stores/etcd.md", "sh")
        .Single(block => block.Contains(with, StringComparison.Ordinal));
}
