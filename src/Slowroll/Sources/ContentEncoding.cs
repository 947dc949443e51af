using System.IO.Compression;
using System.Net.Http.Headers;
using Slowroll.Rollouts;

namespace Slowroll.Sources;

/// <summary>Undoes the <c>Content-Encoding</c> that a handler has left on an answer.</summary>
internal static class ContentEncoding
{
    public const string Accepted = "gzip, br";

    // Each layer costs a decoder: a header full of them must not cost the process its memory.
    private const int MostLayers = 2;

    /// <summary>The encodings in the order in which they were applied.</summary>
    public static string[] Of(HttpContentHeaders headers) =>
        headers.NonValidated.TryGetValues("Content-Encoding", out var values)
            ? [.. string.Join(',', values)
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))]
            : [];

    /// <summary>The stream of decoded bytes, or why there is none.</summary>
    public static Parsed<Stream> Decode(Stream body, string[] encodings)
    {
        if (encodings.Length > MostLayers)
            return Parsed<Stream>.Failed($"its body is encoded {encodings.Length} times over: encode it once");

        for (var layer = encodings.Length - 1; layer >= 0; layer--)
        {
            switch (encodings[layer].ToLowerInvariant())
            {
                case "gzip" or "x-gzip":
                    body = new GZipStream(body, CompressionMode.Decompress);
                    break;
                case "br":
                    body = new BrotliStream(body, CompressionMode.Decompress);
                    break;
                default:
                    return Parsed<Stream>.Failed(
                        $"its Content-Encoding is '{encodings[layer]}', which wasn't asked for: serve it as it is, or as gzip or br");
            }
        }

        return body;
    }

    /// <summary>Whether what should be JSON still is gzip, so that the header has hidden an encoding.</summary>
    public static bool IsStillGzip(ReadOnlySpan<byte> body) => body.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]);
}
