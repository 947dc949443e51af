using System.IO.Compression;
using System.Text;
using Slowroll.Texts;

namespace Slowroll.Sources;

/// <summary>Decodes a gzip body, and notices when its end is missing.</summary>
internal static class GzipBody
{
    // GZipStream takes a body that stops anywhere for a whole one. It does go on to a next member, but only when the one
    // before was complete: so a member of our own is put behind, and has to come out at the end.
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

    /// <summary>Whether what should be JSON still is gzip, so that the header has hidden an encoding.</summary>
    public static bool Is(ReadOnlySpan<byte> body) => body.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]);

    private static byte[] Compress(byte[] plain)
    {
        using var member = new MemoryStream();
        using (var stream = new GZipStream(member, CompressionLevel.Fastest, leaveOpen: true))
            stream.Write(plain);

        return member.ToArray();
    }
}
