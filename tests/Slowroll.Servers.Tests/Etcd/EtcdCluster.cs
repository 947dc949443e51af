using Etcdserverpb;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Slowroll.Servers.Tests.Stores;

namespace Slowroll.Servers.Tests.Etcd;

/// <summary>An etcd cluster of one member or of several.</summary>
internal sealed class EtcdCluster : IAsyncDisposable
{
    /// <summary>The key of all tests.</summary>
    public const string Key = "flags/app";

    private readonly string[] _arguments;

    private EtcdCluster(int members, string scheme, string[] arguments)
    {
        Members = [.. Enumerable.Range(0, members).Select(number => new EtcdMember($"m{number}", scheme))];
        _arguments = arguments;
    }

    public IReadOnlyList<EtcdMember> Members { get; }

    /// <summary>All members, as a source wants them.</summary>
    public string Endpoints => string.Join(',', Members.Select(member => member.Url));

    /// <summary>Starts one.</summary>
    public static async Task<EtcdCluster> StartAsync(int members = 1, params string[] arguments)
    {
        var cluster = NotYetStarted(members, "http", arguments);
        await cluster.StartAgainAsync();
        return cluster;
    }

    /// <summary>One that has ports and doesn't run.</summary>
    public static EtcdCluster NotYetStarted(int members, string scheme, params string[] arguments) =>
        new(members, scheme, arguments);

    /// <summary>Starts all members, and waits until they answer.</summary>
    public async Task StartAgainAsync(EtcdConfigOptions? options = null)
    {
        await Task.WhenAll(Members.Select(StartAgainAsync));
        using EtcdConfigWriter writer = new(Endpoints, Key, options);
        foreach (var member in Members)
            await member.WaitUntilAsync(async () => await writer.GetRevisionAsync() >= 0);
    }

    /// <summary>Starts one member.</summary>
    public Task StartAgainAsync(EtcdMember member) =>
        member.StartAsync(string.Join(',', Members.Select(each => each.Peer)), _arguments);

    /// <summary>Publishes a config, however long it takes until a majority is there.</summary>
    public async Task PublishAsync(int number, EtcdConfigOptions? options = null)
    {
        using EtcdConfigWriter writer = new(Endpoints, Key, options);
        await Members[0].WaitUntilAsync(async () => await writer.PublishAsync(StoreConfig.Bytes(number)) > 0);
    }

    /// <summary>Calls the first member.</summary>
    public async Task<T> CallAsync<T>(Func<CallInvoker, AsyncUnaryCall<T>> call)
    {
        using var channel = GrpcChannel.ForAddress(Members[0].Url);
        return await call(channel.CreateCallInvoker());
    }

    /// <summary>Writes anything.</summary>
    public Task PutAsync(ReadOnlyMemory<byte> value) => CallAsync(invoker => new KV.KVClient(invoker).PutAsync(
        new PutRequest { Key = ByteString.CopyFromUtf8(Key), Value = ByteString.CopyFrom(value.Span) }));

    public async ValueTask DisposeAsync()
    {
        foreach (var member in Members)
            await member.DisposeAsync();
    }
}
