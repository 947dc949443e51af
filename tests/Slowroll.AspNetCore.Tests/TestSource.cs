using System.Text;

namespace Slowroll.AspNetCore.Tests;

/// <summary>A source whose config a test changes. It reports each change at once.</summary>
public sealed class TestSource(string name, string config) : IWatchingConfigSource
{
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (byte[] Bytes, string ETag, string? Error) _now = (Encoding.UTF8.GetBytes(config), "\"1\"", null);
    private int _version = 1;

    public string Name => name;

    /// <summary>Another config.</summary>
    public void Set(string config) => Tell((Encoding.UTF8.GetBytes(config), $"\"{++_version}\"", null));

    /// <summary>From now on it fails.</summary>
    public void Fail(string error) => Tell(_now with { Error = error });

    public ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken)
    {
        var (bytes, its, error) = _now;
        return new(error is not null ? FetchResult.Failed(error)
            : etag == its ? FetchResult.NotModified
            : FetchResult.Fresh(bytes, its));
    }

    public Task WaitForChangeAsync(string? etag, CancellationToken cancellationToken) =>
        Volatile.Read(ref _changed).Task.WaitAsync(cancellationToken);

    private void Tell((byte[], string, string?) now)
    {
        _now = now;
        Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}
