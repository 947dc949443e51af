using System.IO.Compression;
using System.Text;
using Slowroll.Texts;

namespace Slowroll.Sources;

/// <summary>Decodes a gzip body, and notices when its end is missing.</summary>
internal static class GzipBody
{
    // GZipStream does not notice that a body is incomplete. But it reads a next member only if the one before was
    // complete: so a member of our own is appended, and its text must be at the end of the result.
    private static readonly byte[] End = Encoding.ASCII.GetBytes("the end of a whole gzip body");
    private static readonly byte[] EndMember = Compress(End);

    public static async ValueTask<Parsed<byte[]>> DecodeAsync(
        byte[] body, long maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            var stream = new GZipStream(new MemoryStream([.. body, .. EndMember]), CompressionMode.Decompress);
            await using var _ = stream.ConfigureAwait(false);
            var decoded = await CappedReader
                .ReadAsync(stream, maxBytes + End.Length, cancellationToken).ConfigureAwait(false);
            return decoded is null ? HttpBody.TooLong(maxBytes)
                : decoded.AsSpan().EndsWith(End) ? decoded[..^End.Length]
                : ContentEncoding.Invalid("gzip");
        }
        catch (InvalidDataException)
        {
            return ContentEncoding.Invalid("gzip");
        }
    }

    /// <summary>Whether a body that should be JSON is gzip: then the header didn't name an encoding.</summary>
    public static bool Is(ReadOnlySpan<byte> body) => body.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]);

    private static byte[] Compress(byte[] plain)
    {
        using var member = new MemoryStream();
        using (var stream = new GZipStream(member, CompressionLevel.Fastest, leaveOpen: true))
            stream.Write(plain);

        return member.ToArray();
    }
}
