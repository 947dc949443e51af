using System.Security.Cryptography;
using System.Text;

namespace Slowroll.Tool.Pulling;

/// <summary>Keeps the ETags of snapshots in a folder that isn't checked in.</summary>
/// <remarks>An ETag counts only for the very bytes and the URL that it came with: a snapshot that somebody has edited, or took
/// from another branch, is fetched anew.</remarks>
internal sealed class ETagStore(string folder)
{
    /// <summary>The ETag of a snapshot; null if it has none that counts.</summary>
    public string? Find(Snapshot snapshot, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return File.ReadAllLines(FileOf(snapshot)) is [var kept, var etag] && kept == Fingerprint(snapshot, bytes) ? etag : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps an ETag, or forgets it where a source gives none. If that can't be, the next pull costs a whole fetch.</summary>
    public void Keep(Snapshot snapshot, ReadOnlySpan<byte> bytes, string? etag)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllLines(FileOf(snapshot), etag is null ? [] : [Fingerprint(snapshot, bytes), etag]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    private string FileOf(Snapshot snapshot) =>
        Path.Combine(folder, $"{Path.GetFileName(snapshot.Path)}.{Hash(Encoding.UTF8.GetBytes(Path.GetFullPath(snapshot.Path)))[..16]}.etag");

    private static string Fingerprint(Snapshot snapshot, ReadOnlySpan<byte> bytes) =>
        Hash([.. Encoding.UTF8.GetBytes(snapshot.Url.AbsoluteUri), 0, .. bytes]);

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes));
}
