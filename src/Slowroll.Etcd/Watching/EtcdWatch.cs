using Etcdserverpb;
using Google.Protobuf;
using Grpc.Core;
using Slowroll.Etcd.Connecting;

namespace Slowroll.Etcd.Watching;

/// <summary>A watch on an etcd key, from a revision on.</summary>
/// <remarks>It calls etcd itself: the watch manager of the client writes to the console when a connection is lost, and
/// waits long before it tries again.</remarks>
internal sealed class EtcdWatch(EtcdMembers members, string key)
{
    private readonly ByteString _key = ByteString.CopyFromUtf8(key);

    /// <summary>Waits until the key was written or removed, or until the watch is over for another reason. Then read
    /// it again.</summary>
    /// <returns>Why etcd has ended the watch; null if there was a change.</returns>
    /// <exception cref="RpcException">The connection is lost.</exception>
    public async Task<EndOfWatch?> WaitAsync(long afterRevision, CancellationToken cancellationToken)
    {
        using var call = await members.StreamAsync(
            static (member, options) => new Watch.WatchClient(member).Watch(options), cancellationToken)
            .ConfigureAwait(false);
        await call.RequestStream.WriteAsync(
            new WatchRequest
            {
                CreateRequest = new WatchCreateRequest { Key = _key, StartRevision = afterRevision + 1 },
            },
            cancellationToken).ConfigureAwait(false);

        while (await call.ResponseStream.MoveNext(cancellationToken).ConfigureAwait(false))
        {
            var response = call.ResponseStream.Current;
            if (response.Canceled)
                return new EndOfWatch(response.CompactRevision > 0, response.CancelReason);
            if (response.Events.Count > 0)
                return null;
        }

        return new EndOfWatch(IsCompacted: false, "");
    }
}

/// <summary>Why etcd has ended a watch.</summary>
/// <param name="IsCompacted">Its revision is too old: etcd doesn't know any more what has changed since.</param>
/// <param name="Reason">In etcd's words.</param>
internal sealed record EndOfWatch(bool IsCompacted, string Reason)
{
    /// <summary>Whether the user may not watch the key.</summary>
    public bool IsRefused => Reason.Contains("permission denied", StringComparison.Ordinal);
}
