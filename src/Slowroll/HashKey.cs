using System.Net;
using System.Runtime.Versioning;

namespace Slowroll;

/// <summary>A hash key with its bucket: hashed once, asked often.</summary>
public readonly struct HashKey : IEquatable<HashKey>
{
    private readonly string? _value;
    private readonly Func<string, uint>? _hasher;
    private readonly uint _bucket;

    /// <summary>Hashes a host name, a user id or whatever decides a rollout, with <see cref="Hashers.Sha1"/>.</summary>
    /// <param name="value">Any text; null counts as the empty one.</param>
    public HashKey(string? value) : this(value, Hashers.Sha1) { }

    /// <summary>Hashes with the function that the config asks with, see <see cref="SlowrollOptions.Hasher"/>.</summary>
    /// <param name="value">Any text; null counts as the empty one.</param>
    /// <param name="hasher">Give the same object as in the options: with another one the bucket is computed again at
    /// each read.</param>
    public HashKey(string? value, Func<string, uint> hasher)
        : this(value ?? "", hasher ?? throw new ArgumentNullException(nameof(hasher)),
            Hashers.Bucket(hasher, null, value ?? ""))
    { }

    private HashKey(string? value, Func<string, uint>? hasher, uint bucket) =>
        (_value, _hasher, _bucket) = (value, hasher, bucket);

    /// <summary>This machine's host name as the system gives it, and as Python's <c>socket.gethostname()</c>
    /// does.</summary>
    /// <remarks><see cref="Environment.MachineName"/> is cut at the first dot on Unix and upper-case on Windows: a
    /// mixed fleet would disagree.</remarks>
    /// <exception cref="PlatformNotSupportedException">In a browser, which has no host name: all visitors would have
    /// the same hash key and switch at once.</exception>
    [UnsupportedOSPlatform("browser")]
    public static HashKey Host => OperatingSystem.IsBrowser()
        ? throw new PlatformNotSupportedException(
            "A browser has no host name. Ask with the id of the user, or with a random one that is kept in the "
                + "browser's localStorage.")
        : OfHost.HashKey;

    /// <summary>The text of the hash key.</summary>
    public string Value => _value ?? "";

    /// <summary>A hash key that is hashed only if its bucket is needed.</summary>
    internal static HashKey Unhashed(string? value) => new(value, null, 0);

    internal bool IsHashedBy(Func<string, uint> hasher, string? salt) =>
        salt is null && ReferenceEquals(hasher, _hasher);

    /// <summary>The bucket that it was made with; only where <see cref="IsHashedBy"/> says so.</summary>
    internal uint OwnBucket => _bucket;

    internal uint Bucket(Func<string, uint> hasher, string? salt) =>
        IsHashedBy(hasher, salt) ? _bucket : Hashers.Bucket(hasher, salt, Value);

    /// <summary>Two hash keys are equal if their texts are, letter by letter.</summary>
    public bool Equals(HashKey other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is HashKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The text of the hash key.</summary>
    public override string ToString() => Value;

    // A class of its own, so that only who asks for the host's name looks it up.
    [UnsupportedOSPlatform("browser")]
    private static class OfHost
    {
        public static readonly HashKey HashKey = new(Dns.GetHostName());
    }

    /// <inheritdoc cref="Equals(HashKey)"/>
    public static bool operator ==(HashKey left, HashKey right) => left.Equals(right);

    /// <summary>The opposite of equality.</summary>
    public static bool operator !=(HashKey left, HashKey right) => !left.Equals(right);
}
