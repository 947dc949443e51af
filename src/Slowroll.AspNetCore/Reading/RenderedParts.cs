namespace Slowroll.AspNetCore.Reading;

/// <summary>Parts of the page that were written from an overview: many open pages ask for the same parts.</summary>
/// <remarks>A part is written once, one part at a time, on the thread pool: no request's thread waits for it.</remarks>
internal sealed class RenderedParts
{
    private const int Most = 32;

    private readonly Dictionary<(int Page, IReadOnlyList<FlagLock> Locks), Task<string>> _known = [];
    private Task _last = Task.CompletedTask;

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
                ForgetWritten();
            var written = WriteAfterAsync(_last, write);
            _last = written;
            return _known[(page, locks)] = written;
        }
    }

    private void ForgetWritten()
    {
        foreach (var (part, written) in _known)
        {
            if (written.IsCompleted)
                _known.Remove(part);
        }
    }

    private static async Task<string> WriteAfterAsync(Task before, Func<string> write)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        return write();
    }
}
