namespace Slowroll.Tool.Pulling;

/// <summary>Brings one snapshot up to date. It changes nothing unless a whole, readable config has come.</summary>
/// <param name="snapshot">The snapshot.</param>
/// <param name="etags">The ETags of earlier runs, if they are kept.</param>
/// <param name="timeout">How long the server may take.</param>
internal sealed class SnapshotPull(Snapshot snapshot, ETagStore? etags, TimeSpan timeout)
{
    public async Task<PullOutcome> PullAsync(CancellationToken cancellationToken)
    {
        using HttpConfigSource source = new(snapshot.Url);
        try
        {
            var old = snapshot.Read();
            var fetched = await FetchAsync(source, old is null ? null : etags?.Find(snapshot, old), cancellationToken);
            return fetched.Kind switch
            {
                FetchKind.NotModified => new PullOutcome.Unchanged(),
                FetchKind.Failed => new PullOutcome.Failed(fetched.Error!),
                _ => Take(fetched, old, source.Name),
            };
        }
        catch (ConfigFormatException exception)
        {
            return new PullOutcome.Failed($"{source.Name} serves no config that can be read. {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new PullOutcome.Failed($"The file can't be read or written: {exception.Message}");
        }
    }

    private async Task<FetchResult> FetchAsync(HttpConfigSource source, string? etag, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        try
        {
            return await source.FetchAsync(etag, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return FetchResult.Failed($"{source.Name} didn't answer within {timeout.TotalSeconds} seconds: check that it can be reached, or give it more with --timeout.");
        }
    }

    private PullOutcome Take(FetchResult fetched, byte[]? old, string sourceName)
    {
        // What no program could read is no news worth checking in.
        SlowrollConfig.FromJson(fetched.Utf8Json).Dispose();
        var bytes = fetched.Utf8Json.Span;
        var isNew = old is null || !bytes.SequenceEqual(old);
        if (isNew)
            snapshot.Write(bytes);

        etags?.Keep(snapshot, bytes, fetched.ETag);
        return isNew ? new PullOutcome.Updated(bytes.Length, sourceName) : new PullOutcome.Unchanged();
    }
}
