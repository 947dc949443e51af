namespace Slowroll.AspNetCore.Watching;

/// <summary>Something that has changed, and what comes after it.</summary>
/// <param name="Kind">What: <c>config</c>, <c>locks</c>, <c>status</c> or <c>state</c>; empty for the start, before the
/// first event.</param>
/// <param name="Number">Its number, from 1 on.</param>
internal sealed record PageEvent(string Kind, long Number)
{
    private readonly TaskCompletionSource<PageEvent> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The next one, when it comes.</summary>
    public Task<PageEvent> Next => _next.Task;

    /// <summary>Adds the next one, and tells all who wait for it.</summary>
    public PageEvent Add(string kind)
    {
        PageEvent added = new(kind, Number + 1);
        _next.SetResult(added);
        return added;
    }
}
