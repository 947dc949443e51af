using System.Security.Cryptography;
using System.Text;

namespace Slowroll.Tool.Pulling;

/// <summary>The version of a snapshot.</summary>
/// <param name="Source">The SHA-256 of the URL: it identifies the source without its secrets.</param>
/// <param name="Snapshot">The SHA-256 of the snapshot, which may have been edited, checked out or deleted
/// since.</param>
/// <param name="ETag">The server's name for the version.</param>
internal sealed record PulledVersion(string Source, string Snapshot, string ETag)
{
    public static PulledVersion Of(Uri url, ReadOnlySpan<byte> snapshot, string etag) =>
        new(Hash(Encoding.UTF8.GetBytes(url.AbsoluteUri)), Hash(snapshot), etag);

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes));
}
