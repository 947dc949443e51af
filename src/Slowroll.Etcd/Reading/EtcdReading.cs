using System.Globalization;
using System.Security.Cryptography;

namespace Slowroll.Etcd.Reading;

/// <summary>What was found in etcd at a revision of the store.</summary>
/// <param name="Revision">The revision of the store.</param>
/// <param name="Tag">Names the config; null if there is none that can be used.</param>
/// <param name="Error">Why it can't be used.</param>
internal sealed record EtcdReading(long Revision, string? Tag = null, string? Error = null)
{
    private const int Digits = 16;

    /// <summary>The tag of a config: the revision at which it was written, and the beginning of its SHA-256.</summary>
    /// <remarks>A revision alone doesn't identify a config: in a cluster that was restored from a backup the same
    /// numbers come again, with other configs.</remarks>
    public static string TagOf(long modRevision, ReadOnlySpan<byte> json) => string.Create(
        CultureInfo.InvariantCulture, $"{modRevision}-{Convert.ToHexString(SHA256.HashData(json))[..Digits]}");

    /// <summary>Whether two tags name the same bytes.</summary>
    public static bool IsSame(string? one, string? other) =>
        one is { Length: > Digits } && other is { Length: > Digits }
        && one.AsSpan(one.Length - Digits).SequenceEqual(other.AsSpan(other.Length - Digits));
}
