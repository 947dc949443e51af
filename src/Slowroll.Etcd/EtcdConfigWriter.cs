using Etcdserverpb;
using Google.Protobuf;
using Grpc.Core;
using Slowroll.Etcd.Connecting;

namespace Slowroll;

/// <summary>Publishes configs in etcd, for programs that follow them with an <see cref="EtcdConfigSource"/>.</summary>
public sealed class EtcdConfigWriter : IDisposable
{
    private readonly EtcdMembers _members;
    private readonly ByteString _key;

    /// <summary>A writer of one config.</summary>
    /// <param name="endpoints">The members: <c>https://etcd-1:2379,https://etcd-2:2379</c>.</param>
    /// <param name="key">The etcd key of the config.</param>
    /// <param name="options">User, certificates; null for the defaults.</param>
    /// <exception cref="ArgumentException">An endpoint isn't http or https, or has a user in it, which isn't shown; or
    /// the key is empty.</exception>
    public EtcdConfigWriter(string endpoints, string key, EtcdConfigOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _members = EtcdMembers.At(endpoints, options ?? new());
        _key = ByteString.CopyFromUtf8(key);
    }

    /// <summary>The revision at which the config that is there was written; 0 if there is none.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RpcException">etcd can't be reached or refuses it.</exception>
    public async Task<long> GetRevisionAsync(CancellationToken cancellationToken = default)
    {
        var range = await _members.AskAsync(
            (member, call) => new KV.KVClient(member).RangeAsync(
                new RangeRequest { Key = _key, KeysOnly = true }, call),
            cancellationToken).ConfigureAwait(false);
        return RevisionOf(range);
    }

    /// <summary>Publishes a config if the one that is there is still the one that it was made from. Returns the
    /// revision of the new one; null if somebody else was first: read again, and decide again.</summary>
    /// <remarks>If a member is lost while it is asked, another member is asked, and it may find that this very config
    /// is already there. So null can also mean that the config was written: compare the value that is there.</remarks>
    /// <param name="utf8Json">The config, UTF-8.</param>
    /// <param name="replacedRevision">What <see cref="GetRevisionAsync"/> gave before the edit; 0 for none.</param>
    /// <param name="cancellationToken">Gives up; the config may be written all the same, if nobody has written
    /// another one meanwhile.</param>
    /// <exception cref="ConfigFormatException">It is no config: nothing is written.</exception>
    /// <exception cref="RpcException">etcd can't be reached or refuses it. If it didn't answer in time, the config may
    /// be written all the same, if nobody has written another one meanwhile.</exception>
    public Task<long?> TryPublishAsync(
        ReadOnlyMemory<byte> utf8Json, long replacedRevision, CancellationToken cancellationToken = default)
    {
        Check(utf8Json);
        return PutAsync(ByteString.CopyFrom(utf8Json.Span), replacedRevision, cancellationToken);
    }

    /// <summary>Publishes a config, whatever is there, and returns its revision.</summary>
    /// <remarks>
    /// <para>A write that a member gets late, because it hung, never replaces a config that was written after this
    /// method has returned or thrown: each write has the condition that nobody has written since the revision was read.
    /// If somebody has, it reads again and writes again. Only if the etcd key is removed meanwhile can a late write
    /// still take its place.</para>
    /// <para>The user needs the rights to read and to write the etcd key.</para>
    /// </remarks>
    /// <param name="utf8Json">The config, UTF-8.</param>
    /// <param name="cancellationToken">Gives up; the config may be written all the same, if nobody has written
    /// another one meanwhile.</param>
    /// <exception cref="ConfigFormatException">It is no config: nothing is written.</exception>
    /// <exception cref="RpcException">etcd can't be reached or refuses it. If it didn't answer in time, the config may
    /// be written all the same, if nobody has written another one meanwhile.</exception>
    public async Task<long> PublishAsync(ReadOnlyMemory<byte> utf8Json, CancellationToken cancellationToken = default)
    {
        Check(utf8Json);
        var value = ByteString.CopyFrom(utf8Json.Span);
        var revision = await GetRevisionAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            if (await PutAsync(value, revision, cancellationToken).ConfigureAwait(false) is { } written)
                return written;

            // A member that was asked before may have written it, without an answer: then it isn't written twice.
            (revision, var isThere) = await LookForAsync(value, cancellationToken).ConfigureAwait(false);
            if (isThere)
                return revision;
        }
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose() => _members.Dispose();

    private static void Check(ReadOnlyMemory<byte> utf8Json)
    {
        using (SlowrollConfig.FromJson(utf8Json))
        {
            // It can be read.
        }
    }

    private async Task<long?> PutAsync(ByteString value, long replacedRevision, CancellationToken cancellationToken)
    {
        TxnRequest transaction = new();
        transaction.Compare.Add(new Compare
        {
            Key = _key,
            Target = Compare.Types.CompareTarget.Mod,
            Result = Compare.Types.CompareResult.Equal,
            ModRevision = replacedRevision,
        });
        transaction.Success.Add(new RequestOp { RequestPut = new() { Key = _key, Value = value } });
        var answer = await RunAsync(transaction, cancellationToken).ConfigureAwait(false);
        return answer.Succeeded ? answer.Header.Revision : null;
    }

    /// <summary>The revision at which what is there was written, and whether it has this value.</summary>
    private async Task<(long Revision, bool IsThere)> LookForAsync(
        ByteString value, CancellationToken cancellationToken)
    {
        RequestOp revision = new() { RequestRange = new() { Key = _key, KeysOnly = true } };
        TxnRequest transaction = new();
        transaction.Compare.Add(new Compare
        {
            Key = _key,
            Target = Compare.Types.CompareTarget.Value,
            Result = Compare.Types.CompareResult.Equal,
            Value = value,
        });
        transaction.Success.Add(revision);
        transaction.Failure.Add(revision);
        var answer = await RunAsync(transaction, cancellationToken).ConfigureAwait(false);
        return (RevisionOf(answer.Responses[0].ResponseRange), answer.Succeeded);
    }

    private Task<TxnResponse> RunAsync(TxnRequest transaction, CancellationToken cancellationToken) =>
        _members.AskAsync((member, call) => new KV.KVClient(member).TxnAsync(transaction, call), cancellationToken);

    private static long RevisionOf(RangeResponse range) => range.Kvs is [{ } found, ..] ? found.ModRevision : 0;
}
