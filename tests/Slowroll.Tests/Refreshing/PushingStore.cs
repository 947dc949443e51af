using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Refreshing;

/// <summary>A store that pushes, as etcd does: each write has a revision.</summary>
internal sealed class PushingStore : IWatchingConfigSource
{
    private readonly Channel<int> _writes = Channel.CreateUnbounded<int>();
    private volatile string _text = Config(1);
    private volatile int _revision = 1;
    private int _fetches;
    private int _watches;

    public string Name => "store";

    public volatile bool IsDown;

    /// <summary>Whether a watch reports a change at once, though there is none.</summary>
    public volatile bool CriesWolf;

    /// <summary>Whether a write is kept back from the watches.</summary>
    public volatile bool HoldsReports;

    public volatile string? Failure;

    public Func<Task>? Instead { get; set; }

    public Action? AfterFetch { get; set; }

    /// <summary>How long the next answer takes after it was read.</summary>
    public Task? Answer { get; set; }

    /// <summary>The ETags with which watches were asked for.</summary>
    public ConcurrentQueue<string?> WatchedETags { get; } = [];

    public int Fetches => Volatile.Read(ref _fetches);

    public int Watches => Volatile.Read(ref _watches);

    public CancellationToken LastWatch { get; private set; }

    public void Write(string text)
    {
        _text = text;
        _revision++;
        if (!HoldsReports)
            _writes.Writer.TryWrite(_revision);
    }

    public async ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _fetches);
        var result = Failure is { } failure
            ? FetchResult.Failed(failure)
            : FetchResult.Fresh(Encoding.UTF8.GetBytes(_text), $"{_revision}");
        (AfterFetch, var afterFetch) = (null, AfterFetch);
        afterFetch?.Invoke();
        (Answer, var answer) = (null, Answer);
        await (answer ?? Task.CompletedTask);
        return result;
    }

    public async Task WaitForChangeAsync(string? etag, CancellationToken cancellationToken)
    {
        LastWatch = cancellationToken;
        WatchedETags.Enqueue(etag);
        Interlocked.Increment(ref _watches);
        if (Instead is not null)
            await Instead();
        if (IsDown)
            throw new IOException("connection lost");

        while (!CriesWolf && $"{_revision}" == etag)
            await _writes.Reader.ReadAsync(cancellationToken);
    }
}
