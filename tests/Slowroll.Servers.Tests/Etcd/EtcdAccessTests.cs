using Authpb;
using Etcdserverpb;
using Google.Protobuf;
using Grpc.Core;
using Slowroll.Servers.Tests.Servers;
using Slowroll.Servers.Tests.Stores;

namespace Slowroll.Servers.Tests.Etcd;

/// <summary>Users, roles, tokens and certificates.</summary>
public class EtcdAccessTests
{
    private const string Secret = "open-sesame-1234";

    private static readonly EtcdConfigOptions Root = new() { UserName = "root", Password = Secret };
    private static readonly EtcdConfigOptions Reader = new() { UserName = "reader", Password = Secret };

    [ServerFact("etcd")]
    public async Task A_reader_reads_and_watches_also_after_its_token_has_ended()
    {
        await using var cluster = await StartWithUsersAsync(EtcdCluster.Key, "--auth-token-ttl", "1");
        await cluster.PublishAsync(1, Root);
        using EtcdConfigSource source = new(cluster.Endpoints, EtcdCluster.Key, Reader);
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);
        await cluster.PublishAsync(2, Root);
        await config.HasAsync(2);

        // A restart forgets all tokens.
        await cluster.Members[0].KillAsync();
        await cluster.StartAgainAsync(Root);
        await cluster.PublishAsync(3, Root);
        await config.HasAsync(3);

        // So does time: simple tokens end after a second here.
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        await cluster.PublishAsync(4, Root);
        await config.HasAsync(4);

        using EtcdConfigWriter writer = new(cluster.Endpoints, EtcdCluster.Key, Reader);
        await Assert.ThrowsAsync<RpcException>(() => writer.PublishAsync(StoreConfig.Bytes(5)));
    }

    [ServerFact("etcd")]
    public async Task Wrong_and_missing_passwords_and_rights_are_said_without_the_password()
    {
        await using var cluster = await StartWithUsersAsync("another/key");
        (EtcdConfigOptions Options, string Sentence)[] cases =
        [
            (Reader, "refuses this user: etcdserver: permission denied"),
            (new() { UserName = "reader", Password = $"{Secret}-wrong" }, "authentication failed"),
            (new(), "user name is empty"),
        ];
        foreach (var (options, sentence) in cases)
        {
            using Lines log = new();
            using EtcdConfigSource source = new(cluster.Endpoints, EtcdCluster.Key, options);
            await using var config = await StoreConfig.OpenAsync(source, TimeSpan.FromMilliseconds(50), log);
            await config.FailsAsync(sentence);
            await Eventually.IsAsync(() => log.With("The watch on flags/app of etcd").Count > 0, "the watch is lost");

            Assert.Equal($"flags/app of etcd at {cluster.Endpoints}/", source.Name);
            Assert.DoesNotContain(log.All, line => line.Contains(Secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void An_endpoint_that_is_none_or_has_a_user_is_refused_and_not_shown()
    {
        string[] texts = [$"http://user:{Secret}@host:2379", $"user:{Secret}@host", "host:2379", ",", "ftp://a"];
        foreach (var text in texts)
        {
            var exception = Assert.Throws<ArgumentException>(() => new EtcdConfigSource(text, "flags"));
            Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
        }
    }

    [ServerFact("etcd")]
    public async Task TLS_with_an_authority_of_ones_own_works_and_without_it_nothing_is_trusted()
    {
        using TestAuthority authority = new();
        EtcdConfigOptions trusting = new() { ConfigureTls = authority.Trust };
        await using var cluster = EtcdCluster.NotYetStarted(
            1, "https", "--cert-file", authority.CertificateFile, "--key-file", authority.KeyFile);
        await cluster.StartAgainAsync(trusting);
        await cluster.PublishAsync(1, trusting);

        using EtcdConfigSource source = new(cluster.Endpoints, EtcdCluster.Key, trusting);
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);
        await cluster.PublishAsync(2, trusting);
        await config.HasAsync(2);

        using EtcdConfigSource distrusting = new(cluster.Endpoints, EtcdCluster.Key);
        await using var without = await StoreConfig.OpenAsync(distrusting, TimeSpan.FromMilliseconds(50));
        await without.FailsAsync("has a certificate that isn't trusted");
        Assert.Equal(-1, without.Number());
    }

    private static async Task<EtcdCluster> StartWithUsersAsync(string readableKey, params string[] arguments)
    {
        var cluster = await EtcdCluster.StartAsync(1, arguments);
        await cluster.CallAsync(invoker => new Auth.AuthClient(invoker).RoleAddAsync(new() { Name = "reads" }));
        await cluster.CallAsync(invoker => new Auth.AuthClient(invoker).RoleGrantPermissionAsync(new()
        {
            Name = "reads",
            Perm = new Permission
            {
                PermType = Permission.Types.Type.Read,
                Key = ByteString.CopyFromUtf8(readableKey),
            },
        }));
        foreach (var (user, role) in new[] { ("root", "root"), ("reader", "reads") })
        {
            await cluster.CallAsync(invoker => new Auth.AuthClient(invoker).UserAddAsync(
                new() { Name = user, Password = Secret }));
            await cluster.CallAsync(invoker => new Auth.AuthClient(invoker).UserGrantRoleAsync(
                new() { User = user, Role = role }));
        }

        await cluster.CallAsync(invoker => new Auth.AuthClient(invoker).AuthEnableAsync(new()));
        return cluster;
    }
}
