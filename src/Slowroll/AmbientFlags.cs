using Slowroll.Telemetry;

namespace Slowroll;

/// <summary>The flags of the whole program, which a test may replace for itself alone. The generated <c>Flags</c> uses
/// it.</summary>
/// <typeparam name="TFlags">The generated class.</typeparam>
/// <param name="defaults">The flags until others are set.</param>
public sealed class AmbientFlags<TFlags>(TFlags defaults) where TFlags : class
{
    private readonly AsyncLocal<Scope?> _innermost = new();
    private readonly TFlags _defaults = defaults ?? throw new ArgumentNullException(nameof(defaults));
    private volatile TFlags? _current;
    private volatile bool _hasScopes;
    private volatile bool _wasReadUnset;

    /// <summary>The flags: those of the scope that this asynchronous flow is in, else the program's. Setting changes
    /// the program's. Reading costs two field reads until the first scope is opened.</summary>
    /// <exception cref="ArgumentNullException">Null.</exception>
    public TFlags Current
    {
        get => (_hasScopes ? Open(_innermost.Value)?.Flags : null) ?? _current ?? Defaults();
        set => _current = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Other flags for this asynchronous flow and all that it starts, until disposed. Tests that run side by
    /// side don't see one another's.</summary>
    /// <remarks>Of scopes that are open at the same time the one that was opened last counts. They may be disposed in
    /// any order, from any thread: each removes its own flags only.</remarks>
    /// <param name="flags">The flags in the scope.</param>
    /// <exception cref="ArgumentNullException">Null.</exception>
    public IDisposable Use(TFlags flags)
    {
        ArgumentNullException.ThrowIfNull(flags);
        var scope = new Scope(this, flags, Open(_innermost.Value));
        _innermost.Value = scope;
        _hasScopes = true;
        return scope;
    }

    // Opening a config of this class logs it. A read never logs: it may come from anywhere.
    private TFlags Defaults()
    {
        if (!_wasReadUnset)
        {
            _wasReadUnset = true;
            UnsetReads.Note(typeof(TFlags));
        }

        return _defaults;
    }

    private static Scope? Open(Scope? scope)
    {
        while (scope is { IsOver: true })
            scope = scope.Outer;
        return scope;
    }

    private sealed class Scope(AmbientFlags<TFlags> ambient, TFlags flags, Scope? outer) : IDisposable
    {
        private volatile bool _isOver;

        public TFlags Flags => flags;

        public Scope? Outer => outer;

        public bool IsOver => _isOver;

        public void Dispose()
        {
            _isOver = true;

            // In its own flow, so that it keeps nothing in memory; other flows ignore it.
            if (ReferenceEquals(ambient._innermost.Value, this))
                ambient._innermost.Value = Open(outer);
        }
    }
}
