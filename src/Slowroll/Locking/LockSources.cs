using Microsoft.Extensions.Logging;

namespace Slowroll.Locking;

/// <summary>Gathers locks from the options, the environment and the locks file, and looks at the file again and again.</summary>
internal sealed class LockSources
{
    public const string Variable = "SLOWROLL_LOCKS";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    private readonly KeyValuePair<FlagName, Side>[] _options;
    private readonly IReadOnlyDictionary<string, Side> _environment;
    private readonly LocksFile? _file;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <param name="options">The locks of the options, and the clock that looks are timed by.</param>
    /// <param name="file">The locks file; null for none.</param>
    /// <param name="logger">Is told what can't be read.</param>
    /// <exception cref="ArgumentException">An option locks a flag to something else than stable or new.</exception>
    public LockSources(SlowrollOptions options, string? file, ILogger logger)
    {
        _options = [.. options.Locks];
        _logger = logger;
        _time = options.TimeProvider;
        _file = file is null ? null : new LocksFile(file);
        _environment = Parse(Environment.GetEnvironmentVariable(Variable) ?? "", LockOrigin.Environment);
        Current = FlagLocks.Of(_options, _environment, LockText.Parse("", out _));
        Look();
    }

    /// <summary>The locks in force.</summary>
    public FlagLocks Current { get; private set; }

    public string? FilePath => _file?.Path;

    /// <summary>Looks at the file until cancelled.</summary>
    public async Task WatchAsync(Action<FlagLocks> onChanged, CancellationToken cancellationToken)
    {
        if (_file is null)
            return;

        try
        {
            while (true)
            {
                await Task.Delay(BetweenLooks, _time, cancellationToken).ConfigureAwait(false);
                if (Look())
                    onChanged(Current);
            }
        }
        catch (OperationCanceledException)
        {
            // The config was disposed.
        }
    }

    private bool Look()
    {
        string? error = null;
        if (_file is null || !_file.HasChanged(out var text, out error))
        {
            if (error is not null)
                Log.LocksFileNotRead(_logger, error);
            return false;
        }

        Current = FlagLocks.Of(_options, _environment, Parse(text, LockOrigin.File));
        return true;
    }

    private IReadOnlyDictionary<string, Side> Parse(string text, LockOrigin origin)
    {
        var locks = LockText.Parse(text, out var faults);
        foreach (var fault in faults)
            Log.LockFaulty(_logger, origin, fault);
        return locks;
    }
}
