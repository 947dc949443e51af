namespace Slowroll.Tool.Pulling;

/// <summary>Updates a snapshot from its server, or leaves it unchanged.</summary>
/// <remarks>It is fetched and read with the runtime's code: a config that a program would reject is never
/// stored.</remarks>
/// <param name="url">The live config.</param>
/// <param name="snapshot">The checked-in file.</param>
internal sealed class Pull(Uri url, Snapshot snapshot) : IDisposable
{
    public static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromSeconds(30);

    private readonly HttpConfigSource _source = new(url);

    /// <summary>The file for the snapshot's version; null for none.</summary>
    public string? ETagFile { get; init; }

    /// <summary>How long the server may take, from the request to the last byte.</summary>
    public TimeSpan TimeLimit { get; init; } = DefaultTimeLimit;

    /// <summary>The checked-in file.</summary>
    public Snapshot Snapshot => snapshot;

    /// <summary>The URL as it may be shown: without user info, query and fragment.</summary>
    public string Source => _source.Name;

    /// <summary>Pulls once. It doesn't throw, whatever a server, a network or a disk does.</summary>
    public async Task<PullResult> RunAsync()
    {
        var current = snapshot.Read();
        if (current.Error is { } unreadable)
            return PullResult.Failed(unreadable);

        var version = ETagFile is null ? null : new VersionFile(ETagFile);
        var fetched = await FetchAsync(version?.Find(url, current.Bytes)).ConfigureAwait(false);
        return fetched.Kind switch
        {
            FetchKind.Fresh => Take(fetched, current.Bytes, version),
            FetchKind.NotModified => new(PullOutcome.Unchanged, []),
            _ => PullResult.Failed(fetched.Error!),
        };
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose() => _source.Dispose();

    private async Task<FetchResult> FetchAsync(string? etag)
    {
        using var deadline = new CancellationTokenSource(TimeLimit);
        try
        {
            return await _source.FetchAsync(etag, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return FetchResult.Failed(
                $"{Source} gave no complete answer "
                    + $"within {TimeLimit.TotalSeconds} seconds: check that it can be reached, or give it more "
                + "(--timeout; in a project file SlowrollPullTimeout).");
        }
    }

    private PullResult Take(FetchResult fetched, byte[]? current, VersionFile? version)
    {
        try
        {
            using var readable = SlowrollConfig.FromJson(fetched.Utf8Json);
        }
        catch (ConfigFormatException exception)
        {
            return PullResult.Failed($"{Source} answered something that is no config. {exception.Message}");
        }

        var hasChanged = current is null || !fetched.Utf8Json.Span.SequenceEqual(current);
        if (hasChanged && snapshot.Replace(fetched.Utf8Json) is { } why)
            return PullResult.Failed(why);

        // Stored last: with the version of a config that wasn't stored, the next pull would believe it was.
        var forgotten = version?.Keep(url, fetched);
        return new(hasChanged ? PullOutcome.Changed : PullOutcome.Unchanged, forgotten is null ? [] : [forgotten]);
    }
}
