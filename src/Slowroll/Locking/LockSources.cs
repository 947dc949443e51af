using Microsoft.Extensions.Logging;
using Slowroll.Disk;
using Slowroll.Telemetry;
using Slowroll.Texts;
using Slowroll.Threading;

namespace Slowroll.Locking;

/// <summary>Collects locks from the options, the environment and the locks file, and looks at the file again and
/// again.</summary>
/// <remarks>Each look is done on another thread, and the next one begins only when it has ended: a disk that hangs
/// blocks one thread and nothing else.</remarks>
internal sealed class LockSources
{
    public const string Variable = "SLOWROLL_LOCKS";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    private readonly KeyValuePair<FlagName, Side>[] _options;
    private readonly IReadOnlyDictionary<string, Side> _environment;
    private readonly LocksFile? _file;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private Task<LocksLook>? _underWay;

    /// <summary>Reads the options and the environment; the file is looked at by <see cref="Look"/>.</summary>
    /// <param name="options">The locks of the options, and the clock that looks are timed by.</param>
    /// <param name="file">The locks file; null for none.</param>
    /// <param name="logger">Logs what can't be read.</param>
    /// <exception cref="ArgumentException">An option locks a flag to something else than stable or new.</exception>
    public LockSources(SlowrollOptions options, string? file, ILogger logger)
    {
        _options = options.Locks.Count == 0 ? [] : [.. options.Locks];
        _logger = logger;
        _time = options.TimeProvider;
        _file = FileAt(file);
        _environment = Parse(Environment.GetEnvironmentVariable(Variable) ?? "", LockOrigin.Environment);
        Current = FlagLocks.Of(_options, _environment, LockText.None);
    }

    /// <summary>The locks in force.</summary>
    public FlagLocks Current { get; private set; }

    public string? FilePath => _file?.Path;

    /// <summary>Looks at the file. A disk that hangs blocks the calling thread.</summary>
    public LocksLook Look()
    {
        var isChanged = _file!.HasChanged(out var text, out var error);
        return new LocksLook(isChanged, text, error);
    }

    /// <summary>Waits for the first look, but only for a limited time.</summary>
    /// <param name="first">The look.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task WaitForFirstAsync(Task<LocksLook> first, CancellationToken cancellationToken) =>
        EndsAsync(first, DiskWork.LongestReading, cancellationToken);

    /// <summary>Takes over what the first look gave, if it has ended.</summary>
    /// <returns>Whether the file has locks.</returns>
    public bool TakeFirst(Task<LocksLook> first)
    {
        _underWay = first;
        return first.IsCompleted && Take();
    }

    /// <summary>Begins to look at the file until cancelled.</summary>
    public void Watch(Action<FlagLocks> onChanged, CancellationToken cancellationToken)
    {
        if (_file is null)
            return;

        // Otherwise it would keep the async-locals of its caller, such as a logging scope or a trace, as long as it
        // runs.
        using AsyncFlowControl? flow = Detached.Suppress();
        _ = WatchAsync(onChanged, cancellationToken);
    }

    private async Task WatchAsync(Action<FlagLocks> onChanged, CancellationToken cancellationToken)
    {
        var isInForce = true;
        try
        {
            while (true)
            {
                if (_underWay is null)
                {
                    await Task.Delay(BetweenLooks, _time, cancellationToken).ConfigureAwait(false);
                    _underWay = DiskWork.RunOften(Look);
                    await EndsAsync(_underWay, DiskWork.LongestAnswer, cancellationToken).ConfigureAwait(false);
                }

                // This wait has no limit: no second look begins before it ends.
                await _underWay.WaitAsync(cancellationToken).ConfigureAwait(false);
                if (Take() || !isInForce)
                    isInForce = TryPutInForce(onChanged);
            }
        }
        catch (OperationCanceledException)
        {
            // The config was disposed.
        }
    }

    // If there is too little memory, the next look tries again.
    private bool TryPutInForce(Action<FlagLocks> onChanged)
    {
        try
        {
            onChanged(Current);
            return true;
        }
        catch (OutOfMemoryException)
        {
            return false;
        }
    }

    private async Task<bool> EndsAsync(Task look, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await look.WaitAsync(limit, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            if (look.IsCompleted)
                return true;

            Log.LocksFileNotRead(
                _logger,
                $"The locks file {OneLine.Escaped(FilePath!)} can't be read: its disk doesn't answer; the locks of "
                    + "before stay until it does.");
            return false;
        }
    }

    private LocksFile? FileAt(string? path)
    {
        try
        {
            return path is null ? null : new LocksFile(Path.GetFullPath(path));
        }

        // For example an empty path, a path with a NUL in it, or a relative path when the current directory was
        // deleted.
        catch (Exception exception) when (exception is ArgumentException or IOException or NotSupportedException)
        {
            Log.LocksFileNotRead(
                _logger,
                $"SlowrollOptions.LocksFile is no path ({OneLine.Of(exception.Message)}): correct it, or "
                    + "leave it null.");
            return null;
        }
    }

    // Takes the result of the look that has ended.
    private bool Take()
    {
        var look = _underWay!.GetAwaiter().GetResult();
        _underWay = null;
        if (look.Error is not null)
            Log.LocksFileNotRead(_logger, look.Error);
        if (look.IsChanged)
            Current = FlagLocks.Of(_options, _environment, Parse(look.Text, LockOrigin.File));
        return look.IsChanged;
    }

    private IReadOnlyDictionary<string, Side> Parse(string text, LockOrigin origin)
    {
        var locks = LockText.Parse(text, out var faults);
        foreach (var fault in faults)
            Log.LockFaulty(_logger, origin, fault);
        return locks;
    }
}

/// <summary>The result of a look at the locks file.</summary>
internal sealed record LocksLook(bool IsChanged, string Text, string? Error);
