using System.Security.Cryptography;
using System.Text;
using Slowroll.Texts;

namespace Slowroll.Caching;

/// <summary>The format of a cache file: a line with the checksum of all that follows, a line of JSON about the body,
/// and the body as it was received.</summary>
/// <remarks>Body and ETag are in one file with one checksum, so that neither can be lost, or be newer, without the
/// other. The format leaves no freedom: a file in which one bit has changed is never read as something else.</remarks>
internal static class CacheFile
{
    /// <summary>The longest part before a body. An ETag has at most the 64 KiB that HTTP headers may have, see
    /// <see cref="KeptTag"/>; JSON writes a character as up to six.</summary>
    public const int LongestHead = 1024 * 1024;

    private const byte NewLine = (byte)'\n';

    private static ReadOnlySpan<byte> Magic => "slowroll cache "u8;

    private static ReadOnlySpan<byte> Version => "1 "u8;

    private static int FirstLineLength => Magic.Length + Version.Length + (2 * SHA256.HashSizeInBytes) + 1;

    /// <summary>The two lines before the body.</summary>
    public static byte[] Head(string sourceIdentity, CachedConfig config)
    {
        var header = new CacheHeader(IdentityOf(sourceIdentity), config.ETag, config.FetchedAt, config.Utf8Json.Length);
        byte[] headerLine = [.. header.ToUtf8Json(), NewLine];
        return [.. FirstLine(ChecksumOf(headerLine, config.Utf8Json.Span)), .. headerLine];
    }

    /// <summary>The config in a file; null, and the end of a sentence that says why, if there is any doubt about
    /// it.</summary>
    public static CachedConfig? Parse(
        ReadOnlyMemory<byte> file, string sourceIdentity, long maxConfigBytes, out string? whyNot)
    {
        if (ParseOfAnySource(file, out var body, out whyNot) is not { } header)
            return null;

        whyNot =
            header.Source != IdentityOf(sourceIdentity) ? "holds the config of another source"
            : body.Length > maxConfigBytes
                ? $"holds a config longer than {maxConfigBytes} bytes (SlowrollOptions.MaxConfigBytes)"
            : null;
        return whyNot is null ? new CachedConfig(body, header.ETag, header.FetchedAt) : null;
    }

    /// <summary>The header of a file, whatever source it is of; null, and the end of a sentence that says why, if there
    /// is any doubt about it.</summary>
    public static CacheHeader? ParseOfAnySource(
        ReadOnlyMemory<byte> file, out ReadOnlyMemory<byte> body, out string? whyNot)
    {
        body = default;
        var bytes = file.Span;
        whyNot = WhyTorn(bytes);
        if (whyNot is not null)
            return null;

        var afterFirstLine = bytes[FirstLineLength..];
        var headerLength = afterFirstLine.IndexOf(NewLine);
        if (headerLength < 0 || CacheHeader.Parse(afterFirstLine[..headerLength]) is not { } header)
        {
            whyNot = "has a header that can't be read";
            return null;
        }

        body = file[(FirstLineLength + headerLength + 1)..];
        if (header.Length == body.Length)
            return header;

        whyNot = $"holds {body.Length} bytes of config instead of {header.Length}";
        return null;
    }

    /// <summary>Whether a file begins like cache files of any version.</summary>
    public static bool BeginsAs(Stream file)
    {
        Span<byte> beginning = stackalloc byte[Magic.Length];
        return file.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false) == beginning.Length
            && beginning.SequenceEqual(Magic);
    }

    private static string? WhyTorn(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Magic))
            return file.IsEmpty ? "is empty" : "is no cache file";
        if (!file[Magic.Length..].StartsWith(Version))
            return "was written in another version of the format";

        return file.Length > FirstLineLength && file.StartsWith(FirstLine(Sha256.Hex(file[FirstLineLength..])))
            ? null
            : "is torn or corrupt: its checksum is another";
    }

    private static byte[] FirstLine(string checksum) =>
        [.. Magic, .. Version, .. Encoding.ASCII.GetBytes(checksum.ToLowerInvariant()), NewLine];

    // Two pieces are hashed, so that they need not be copied into a third one. Only a process that has fetched a config
    // calls this.
    private static string ChecksumOf(ReadOnlySpan<byte> next, ReadOnlySpan<byte> last)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(next);
        sha.AppendData(last);
        return Convert.ToHexString(sha.GetHashAndReset());
    }

    /// <summary>How a file names its source, without its secrets.</summary>
    public static string IdentityOf(string sourceIdentity) => Sha256.Hex(Encoding.UTF8.GetBytes(sourceIdentity));
}
