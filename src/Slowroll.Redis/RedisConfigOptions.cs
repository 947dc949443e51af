namespace Slowroll;

/// <summary>Where a config is in Redis. Every value has a good default.</summary>
/// <remarks>Read once, when a <see cref="RedisConfigSource"/> or a <see cref="RedisConfigWriter"/> is made.</remarks>
public sealed class RedisConfigOptions
{
    private long _maxConfigBytes = 16 * 1024 * 1024;

    /// <summary>The channel on which a new version is announced; null for the one that has the name of the Redis
    /// key.</summary>
    public string? Channel { get; set; }

    /// <summary>The number of the database; -1 for the one that the connection uses, which is 0 if nothing else is
    /// set.</summary>
    public int Database { get; set; } = -1;

    /// <summary>The longest config that is read, in bytes; a longer one is rejected before it is loaded. 16 MiB. At
    /// least 1, at most 1 GiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another value.</exception>
    public long MaxConfigBytes
    {
        get => _maxConfigBytes;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1L << 30);
            _maxConfigBytes = value;
        }
    }
}
