using Slowroll.Documents;
using Slowroll.Evaluating;
using Slowroll.Threading;

namespace Slowroll.Observing;

/// <summary>Reads the flags of the config in force for those who observe them: once for each config, and only when
/// somebody asks.</summary>
internal sealed class CourseReader(FlagTable flags, HashKey? own)
{
    // A longer config is read on a thread of the pool: an exporter must not wait for it.
    private const int LongestReadAtOnce = 256 * 1024;

    private readonly object _gate = new();
    private ConfigSnapshot? _snapshot;
    private Task<ConfigCourses> _reading = null!;

    /// <summary>The flags of a config. A reading that failed is tried again at the next call.</summary>
    public Task<ConfigCourses> ReadAsync(RuleBook book)
    {
        Task<ConfigCourses> reading;
        lock (_gate)
        {
            if (ReferenceEquals(_snapshot, book.Snapshot) && !_reading.IsFaulted)
                return _reading;

            _reading = reading = new(() =>
                ConfigCourses.Read(book.Snapshot, book.Rules.Hasher, own, flags.Clock.UtcTicks));
            _snapshot = book.Snapshot;
        }

        using AsyncFlowControl? flow = Detached.Suppress();
        if (book.Snapshot.Utf8Json.Length <= LongestReadAtOnce)
            reading.RunSynchronously(TaskScheduler.Default);
        else
            reading.Start(TaskScheduler.Default);
        return reading;
    }
}
