using System.Net.Security;

namespace Slowroll;

/// <summary>How etcd is reached. Every value has a good default.</summary>
/// <remarks>Read once, when an <see cref="EtcdConfigSource"/> or an <see cref="EtcdConfigWriter"/> is made.</remarks>
public sealed class EtcdConfigOptions
{
    private long _maxConfigBytes = 16 * 1024 * 1024;
    private TimeSpan _memberTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The user; null if etcd asks for none.</summary>
    public string? UserName { get; set; }

    /// <summary>The user's password.</summary>
    public string? Password { get; set; }

    /// <summary>Sets for https which certificates to trust, and with which certificate to log in; null for what the
    /// system trusts. It isn't called for a channel of the program.</summary>
    public Action<SslClientAuthenticationOptions>? ConfigureTls { get; set; }

    /// <summary>How long one member may take to answer before the next one is asked. 2 seconds. From 10 milliseconds
    /// to an hour.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another value.</exception>
    public TimeSpan MemberTimeout
    {
        get => _memberTimeout;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromMilliseconds(10));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromHours(1));
            _memberTimeout = value;
        }
    }

    /// <summary>The longest config that is read, in bytes; a longer one is rejected. 16 MiB; etcd itself refuses more
    /// than 1.5 MiB unless it is told otherwise. At least 1, at most 1 GiB.</summary>
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
