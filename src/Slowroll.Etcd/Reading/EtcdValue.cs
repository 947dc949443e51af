using Etcdserverpb;
using Google.Protobuf;
using Slowroll.Etcd.Connecting;
using Slowroll.Texts;

namespace Slowroll.Etcd.Reading;

/// <summary>The etcd key whose value is a config.</summary>
internal sealed class EtcdValue(EtcdMembers members, string key, long maxBytes)
{
    private readonly RangeRequest _request = new() { Key = ByteString.CopyFromUtf8(key) };

    /// <summary>Reads it: what a majority of the members agrees on.</summary>
    /// <exception cref="Grpc.Core.RpcException">No member answers, or one refuses it.</exception>
    public async Task<(EtcdReading Reading, ReadOnlyMemory<byte> Json)> ReadAsync(CancellationToken cancellationToken)
    {
        var range = await members.AskAsync(
            (member, call) => new KV.KVClient(member).RangeAsync(_request, call), cancellationToken)
            .ConfigureAwait(false);
        var revision = range.Header.Revision;
        if (range.Kvs is not [{ Value: { } value } found, ..])
        {
            return (
                new(revision, Error: $"There is no {OneLine.Of(key)} in {members.Name}: put a config there."), default);
        }

        return value.Length <= maxBytes
            ? (new(revision, EtcdReading.TagOf(found.ModRevision, value.Span)), value.Memory)
            : (new(revision, Error: $"The config {OneLine.Of(key)} in {members.Name} has {value.Length} bytes: at most "
                + $"{maxBytes} (EtcdConfigOptions.MaxConfigBytes) are read."), default);
    }
}
