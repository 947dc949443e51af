using Microsoft.Extensions.Logging;
using Slowroll.Disk;
using Slowroll.Telemetry;
using Slowroll.Texts;
using Slowroll.Threading;

namespace Slowroll.Locking;

/// <summary>Gathers locks from the options, the environment and the locks file, and looks at the file again and again.</summary>
/// <remarks>A look is done beside, and the next one only begins when it has ended: a disk that hangs holds one thread, and nobody
/// else.</remarks>
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
    /// <param name="logger">Is told what can't be read.</param>
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

    /// <summary>Looks at the file. A disk that hangs holds it up.</summary>
    public LocksLook Look()
    {
        var isChanged = _file!.HasChanged(out var text, out var error);
        return new LocksLook(isChanged, text, error);
    }

    /// <summary>Waits for the first look, but only so long.</summary>
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

        // Else it would carry its caller's logging scope, trace and whatever else is async-local to the end.
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

                // However long it takes.
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

    // Where memory is short it is tried again at the next look.
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
                $"The locks file {OneLine.Escaped(FilePath!)} can't be read: its disk doesn't answer; the locks of before stay until it does.");
            return false;
        }
    }

    private LocksFile? FileAt(string? path)
    {
        try
        {
            return path is null ? null : new LocksFile(Path.GetFullPath(path));
        }

        // Such as an empty path, or one with a NUL in it; or a relative one where the current directory is gone.
        catch (Exception exception) when (exception is ArgumentException or IOException or NotSupportedException)
        {
            Log.LocksFileNotRead(_logger, $"SlowrollOptions.LocksFile is no path ({OneLine.Of(exception.Message)}): correct it, or leave it null.");
            return null;
        }
    }

    // What the look that has ended says.
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

/// <summary>What a look at the locks file gave.</summary>
internal sealed record LocksLook(bool IsChanged, string Text, string? Error);
