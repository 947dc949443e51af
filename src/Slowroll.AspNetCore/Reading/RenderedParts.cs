namespace Slowroll.AspNetCore.Reading;

/// <summary>Parts of the page that were written from an overview: many open pages ask for the same parts.</summary>
/// <remarks>A part is written once, on the thread pool: no request's thread waits for it.</remarks>
internal sealed class RenderedParts
{
    private const int Most = 32;

    private readonly Dictionary<(int Page, IReadOnlyList<FlagLock> Locks), Task<string>> _known = [];

    /// <summary>The part, written the first time.</summary>
    /// <param name="page">The number of the page.</param>
    /// <param name="locks">The locks that are shown on it; after each change they are another list.</param>
    /// <param name="write">Writes it.</param>
    public Task<string> GetAsync(int page, IReadOnlyList<FlagLock> locks, Func<string> write)
    {
        lock (_known)
        {
            // What could not be written, for lack of memory, is tried again.
            if (_known.TryGetValue((page, locks), out var known) && !known.IsFaulted)
                return known;

            if (_known.Count >= Most)
                _known.Clear();
            return _known[(page, locks)] = Task.Run(write);
        }
    }
}
