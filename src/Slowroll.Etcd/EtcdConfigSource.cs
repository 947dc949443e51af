using Grpc.Core;
using Slowroll.Etcd.Connecting;
using Slowroll.Etcd.Reading;
using Slowroll.Etcd.Watching;
using Slowroll.Texts;

namespace Slowroll;

/// <summary>A config in etcd: the value of an etcd key, which is watched. A change is in force as soon as it is
/// written; polling goes on all the same.</summary>
/// <remarks>
/// <para>The source reads what a majority of the members agrees on. When a server fails, a fetch throws no exception,
/// and the last good config stays.</para>
/// <para>A source is for one config: make one for each.</para>
/// <para>Dispose the source after the configs that were opened with it. It then closes its connections.</para>
/// </remarks>
public sealed class EtcdConfigSource : IWatchingConfigSource, IDisposable
{
    private readonly EtcdMembers _members;
    private readonly EtcdValue _value;
    private readonly EtcdWatch _watch;

    // What the last fetch saw, also if it was rejected then; with the tag of what was in force if it saw nothing that
    // can be used. Only another config is a change.
    private volatile EtcdReading? _fetched;

#pragma warning disable RS0026 // Their first parameters have nothing in common: no call fits two of them.
    /// <summary>A source with connections of its own, which are made at the first fetch.</summary>
    /// <param name="endpoints">The members: <c>https://etcd-1:2379,https://etcd-2:2379</c>.</param>
    /// <param name="key">The etcd key of the config.</param>
    /// <param name="options">User, certificates, limits; null for the defaults.</param>
    /// <exception cref="ArgumentException">An endpoint isn't http or https, or has a user in it, which isn't shown; or
    /// the key is empty.</exception>
    public EtcdConfigSource(string endpoints, string key, EtcdConfigOptions? options = null)
        : this(EtcdMembers.At(endpoints, options ?? new()), key, options)
    {
    }

    /// <summary>A source on a gRPC channel of the program.</summary>
    /// <param name="invoker">What <c>channel.CreateCallInvoker()</c> gives. The channel isn't disposed.</param>
    /// <param name="key">The etcd key of the config.</param>
    /// <param name="options">User, limits; null for the defaults.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public EtcdConfigSource(CallInvoker invoker, string key, EtcdConfigOptions? options = null)
        : this(
            EtcdMembers.Behind(invoker ?? throw new ArgumentNullException(nameof(invoker)), options ?? new()),
            key,
            options)
    {
    }
#pragma warning restore RS0026

    private EtcdConfigSource(EtcdMembers members, string key, EtcdConfigOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _members = members;
        _value = new EtcdValue(members, key, (options ?? new()).MaxConfigBytes);
        _watch = new EtcdWatch(members, key);
        Name = $"{OneLine.Of(key)} of {members.Name}";
    }

    /// <summary>The key and the members, without user and password.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken)
    {
        try
        {
            var (reading, json) = await _value.ReadAsync(cancellationToken).ConfigureAwait(false);
            _fetched = reading.Error is null ? reading : new EtcdReading(reading.Revision, etag);
            return reading.Error is { } error ? FetchResult.Failed(error)
                : EtcdReading.IsSame(reading.Tag, etag) ? FetchResult.NotModified
                : FetchResult.Fresh(json, reading.Tag);
        }
        catch (RpcException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return EtcdFault.ResultOf(exception, _members.Name);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">This user may not read the key.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task WaitForChangeAsync(string? etag, CancellationToken cancellationToken)
    {
        var fetchedBefore = _fetched;
        var seen = fetchedBefore;
        for (var (failures, looks) = (0, 0); ; seen = null)
        {
            var since = Environment.TickCount64;
            try
            {
                seen ??= (await _value.ReadAsync(cancellationToken).ConfigureAwait(false)).Reading;
                if (IsNew(seen, etag, fetchedBefore))
                    return;

                // The first look is the wait's own: what is written after it is read without a pause.
                if (looks++ > 0)
                    await Task.Delay(WatchPause.AfterLook, cancellationToken).ConfigureAwait(false);
                if (await _watch.WaitAsync(seen.Revision, cancellationToken).ConfigureAwait(false) is not { } end)
                {
                    failures = 0;
                    continue;
                }

                if (end.IsRefused)
                    throw new InvalidOperationException(EtcdFault.Refusal(end.Reason, _members.Name));
                failures = FailuresAfter(failures, since);

                // Both happen to every watch some day, and another try is enough. If it isn't, it is a failure.
                if ((_members.DropsToken(end.Reason) || end.IsCompacted) && failures == 1)
                    continue;
            }
            catch (RpcException exception) when (
                EtcdFault.IsRefused(exception) && !_members.DropsToken(exception.Status.Detail))
            {
                throw new InvalidOperationException(EtcdFault.SentenceOf(exception, _members.Name));
            }
            catch (Exception exception) when (EtcdFault.IsOfConnection(exception))
            {
                cancellationToken.ThrowIfCancellationRequested();
                failures = FailuresAfter(failures, since);
            }

            await Task.Delay(WatchPause.AfterFailure(failures), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Closes the connections that the source has made itself.</summary>
    public void Dispose() => _members.Dispose();

    // If the program has fetched meanwhile, the config in force may be another one than at the beginning: then that one
    // is a change when it comes back.
    private bool IsNew(EtcdReading seen, string? etag, EtcdReading? fetchedBefore)
    {
        var fetched = _fetched;
        return seen.Tag is { } tag && !EtcdReading.IsSame(tag, fetched?.Tag)
            && !(ReferenceEquals(fetched, fetchedBefore) && EtcdReading.IsSame(tag, etag));
    }

    private static int FailuresAfter(int failures, long since) =>
        Environment.TickCount64 - since > WatchPause.Longest.TotalMilliseconds ? 1 : failures + 1;
}
