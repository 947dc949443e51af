namespace Slowroll;

/// <summary>How the status page is served.</summary>
public sealed class StatusPageOptions
{
    private int _maxListeners = 100;

    /// <summary>Whether the page is there in other environments than Development too. It shows all flags and all
    /// their values: require authorization there.</summary>
    public bool ShowOutsideDevelopment { get; set; }

    /// <summary>What the page is called; null for the name of the application.</summary>
    public string? Title { get; set; }

    /// <summary>How many open pages are told of changes at most; others ask every half a minute.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int MaxListeners
    {
        get => _maxListeners;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _maxListeners = value;
        }
    }
}
