using System.Security.Cryptography;
using Slowroll;
using ZooKeeperSample.Native;

namespace ZooKeeperSample;

/// <summary>A config in a node of ZooKeeper, which is watched.</summary>
/// <remarks>Watches of ZooKeeper fire once: each time the node is read, it is watched again.</remarks>
internal sealed class ZooKeeperConfigSource(string servers, string path) : IWatchingConfigSource, IDisposable
{
    /// <summary>Says that any version may be replaced.</summary>
    public const int AnyVersion = -1;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private TaskCompletionSource _event = NewEvent();
    private Session? _session;
    private volatile string? _fetched;
    private bool _isDisposed;

    public string Name => $"{path} of ZooKeeper at {servers}";

    /// <summary>The session in use; a new one if the last one has expired.</summary>
    public Session Session
    {
        get
        {
            Session? over = null;
            try
            {
                lock (_gate)
                {
                    ObjectDisposedException.ThrowIf(_isDisposed, this);
                    if (_session is { IsOver: true })
                        (over, _session) = (_session, null);
                    return _session ??= new Session(servers, OnEvent);
                }
            }
            finally
            {
                over?.Dispose();
            }
        }
    }

    public async ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken)
    {
        var next = Volatile.Read(ref _event).Task;
        var answer = await Session.GetAsync(path).WaitAsync(cancellationToken);
        if (answer.Code == Code.ConnectionLoss)
        {
            // The first call of a session may come before the client is connected.
            await Task.WhenAny(next, Task.Delay(Pause, cancellationToken));
            answer = await Session.GetAsync(path).WaitAsync(cancellationToken);
        }

        var version = VersionOf(answer);
        _fetched = version;
        return version is null ? FetchResult.Failed(Sentence(answer.Code))
            : version == etag ? FetchResult.NotModified
            : FetchResult.Fresh(answer.Value, version);
    }

    public async Task WaitForChangeAsync(string? etag, CancellationToken cancellationToken)
    {
        // What the last fetch gave may be no config: it isn't reported again.
        var fetched = _fetched;
        while (true)
        {
            // Taken before the node is read, so that no event is missed.
            var next = Volatile.Read(ref _event).Task;
            var answer = await Session.GetAsync(path).WaitAsync(cancellationToken);
            if (VersionOf(answer) is { } version && version != etag && version != fetched)
                return;
            if (answer.Code == Code.NoNode)
                answer = await Session.ExistsAsync(path).WaitAsync(cancellationToken);

            // A watch is set, or the node has just come, or the server is away and says when it is back.
            var isWatched = answer.Code is Code.Ok or Code.NoNode;
            await Task.WhenAny(next, Task.Delay(isWatched ? Timeout.InfiniteTimeSpan : Pause, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Writes the node, or creates it. False if it has another version, or its parent doesn't exist.</summary>
    public async Task<bool> PublishAsync(ReadOnlyMemory<byte> utf8Json, int replacedVersion)
    {
        var answer = await Session.SetAsync(path, utf8Json, replacedVersion);
        if (answer.Code == Code.NoNode)
            answer = await Session.CreateAsync(path, utf8Json);
        return answer.Code == Code.Ok;
    }

    public void Dispose()
    {
        Session? session;
        lock (_gate)
            (session, _session, _isDisposed) = (_session, null, true);
        session?.Dispose();
    }

    private static string? VersionOf(Answer answer) =>
        answer.Code == Code.Ok ? Convert.ToHexString(SHA256.HashData(answer.Value!)) : null;

    private static string Sentence(int code) => code switch
    {
        Code.NoNode => "The node doesn't exist: create it with the config.",
        Code.ConnectionLoss => "ZooKeeper can't be reached. The client tries it again by itself.",
        Code.Expired or Code.Closing => "The session has ended; the next fetch begins another one.",
        _ => $"ZooKeeper answers with code {code}.",
    };

    private static TaskCompletionSource NewEvent() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void OnEvent() => Interlocked.Exchange(ref _event, NewEvent()).TrySetResult();
}
