namespace Slowroll;

/// <summary>The flags of the whole program, which a test may replace for itself alone; behind the generated <c>Flags</c>.</summary>
/// <typeparam name="TFlags">The generated class.</typeparam>
/// <param name="defaults">What stands there until somebody sets it.</param>
public sealed class AmbientFlags<TFlags>(TFlags defaults) where TFlags : class
{
    private readonly AsyncLocal<TFlags?> _scoped = new();
    private volatile TFlags _current = defaults ?? throw new ArgumentNullException(nameof(defaults));
    private volatile bool _hasScopes;

    /// <summary>The flags: those of the scope that this asynchronous flow is in, else the program's. Setting changes the
    /// program's. Reading costs two field reads until the first scope is opened.</summary>
    /// <exception cref="ArgumentNullException">Null.</exception>
    public TFlags Current
    {
        get => _hasScopes ? _scoped.Value ?? _current : _current;
        set => _current = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Other flags for this asynchronous flow and all that it starts, until disposed. Tests that run side by side
    /// don't see one another's; scopes may lie inside one another.</summary>
    /// <param name="flags">The flags in the scope.</param>
    /// <exception cref="ArgumentNullException">Null.</exception>
    public IDisposable Use(TFlags flags)
    {
        ArgumentNullException.ThrowIfNull(flags);
        var scope = new Scope(_scoped, _scoped.Value);
        _scoped.Value = flags;
        _hasScopes = true;
        return scope;
    }

    private sealed class Scope(AsyncLocal<TFlags?> scoped, TFlags? before) : IDisposable
    {
        private bool _isOver;

        public void Dispose()
        {
            // Twice is once: another scope may have been opened meanwhile.
            if (!_isOver)
                scoped.Value = before;
            _isOver = true;
        }
    }
}
