using Slowroll.Documents;
using Slowroll.Evaluating;
using Slowroll.Threading;

namespace Slowroll.Observing;

/// <summary>Reads the flags of the config in force for those who observe them: once for each config, on a thread of the
/// pool, and only when somebody asks.</summary>
internal sealed class CourseReader(FlagTable flags, HashKey? own)
{
    private readonly object _gate = new();
    private ConfigSnapshot? _snapshot;
    private Task<ConfigCourses> _reading = null!;

    /// <summary>The flags of a config. A reading that failed is tried again at the next call.</summary>
    public Task<ConfigCourses> ReadAsync(RuleBook book)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_snapshot, book.Snapshot) || _reading.IsFaulted)
            {
                _reading = Detached.Run(() => Task.FromResult(
                    ConfigCourses.Read(book.Snapshot, book.Rules.Hasher, own, flags.Clock.UtcTicks)));
                _snapshot = book.Snapshot;
            }

            return _reading;
        }
    }
}
