using System.Diagnostics;
using Slowroll.Documents;
using Slowroll.Evaluating;
using Slowroll.Threading;

namespace Slowroll.Observing;

/// <summary>Reads the flags of the config in force for those who observe them, and only when somebody asks. The last
/// reading is kept.</summary>
/// <remarks>Only one config is read at a time: a reading holds its config in memory and may need a thread.</remarks>
internal sealed class CourseReader(FlagTable flags, HashKey? own)
{
    // A longer config is read on a thread of the pool: an exporter must not wait for it.
    private const int LongestReadAtOnce = 256 * 1024;

    private readonly object _gate = new();
    private ConfigSnapshot? _snapshot;
    private Task<ConfigCourses> _reading = null!;

    /// <summary>The flags of a config. A reading that failed is tried again at the next call.</summary>
    public async Task<ConfigCourses> ReadAsync(RuleBook book)
    {
        Task<ConfigCourses> reading;
        while (!TryBegin(book, out reading))
            await Task.WhenAny(reading).ConfigureAwait(false);
        return await reading.ConfigureAwait(false);
    }

    /// <summary>The same; null if that takes longer than a caller can wait.</summary>
    public ConfigCourses? Read(RuleBook book, TimeSpan patience)
    {
        var began = Stopwatch.GetTimestamp();
        Task<ConfigCourses> reading;
        while (!TryBegin(book, out reading))
        {
            if (!Task.WhenAny(reading).Wait(Left()))
                return null;
        }

        return reading.Wait(Left()) ? reading.Result : null;

        TimeSpan Left() =>
            patience - Stopwatch.GetElapsedTime(began) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    // False while another config is being read: that reading is what one has to wait for.
    private bool TryBegin(RuleBook book, out Task<ConfigCourses> reading)
    {
        lock (_gate)
        {
            if (_snapshot is not null)
            {
                reading = _reading;
                if (ReferenceEquals(_snapshot, book.Snapshot) && !reading.IsFaulted)
                    return true;
                if (!reading.IsCompleted)
                    return false;
            }

            _reading = reading = new(() =>
                ConfigCourses.Read(book.Snapshot, book.Rules.Hasher, own, flags.Clock.UtcTicks));
            _snapshot = book.Snapshot;
        }

        using AsyncFlowControl? flow = Detached.Suppress();
        if (book.Snapshot.Utf8Json.Length <= LongestReadAtOnce)
            reading.RunSynchronously(TaskScheduler.Default);
        else
            reading.Start(TaskScheduler.Default);
        return true;
    }
}
