using System.Net.Http.Headers;
using System.Runtime.Versioning;
using Slowroll.Texts;

namespace Slowroll.Sources;

/// <summary>Decodes the body of an answer whose <c>Content-Encoding</c> no handler has decoded.</summary>
internal static class ContentEncoding
{
    public const string Accepted = "gzip, br";

    // With each layer a small body can become larger by a factor.
    private const int MostLayers = 2;

    /// <summary>The encodings in the order in which they were applied.</summary>
    public static string[] Of(HttpContentHeaders headers) =>
        headers.NonValidated.TryGetValues("Content-Encoding", out var values)
            ? [.. string.Join(',', values)
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))]
            : [];

    /// <summary>The decoded body, or why there is none.</summary>
    [UnsupportedOSPlatform("browser")]
    public static async ValueTask<Parsed<byte[]>> DecodeAsync(
        byte[] body, string[] encodings, long maxBytes, CancellationToken cancellationToken)
    {
        if (encodings.Length > MostLayers)
            return Parsed<byte[]>.Failed($"its body is encoded {encodings.Length} times over: encode it once");

        for (var layer = encodings.Length - 1; layer >= 0; layer--)
        {
            var decoded = encodings[layer].ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" =>
                    await GzipBody.DecodeAsync(body, maxBytes, cancellationToken).ConfigureAwait(false),
                "br" => BrotliBody.Decode(body, maxBytes),
                _ => Parsed<byte[]>.Failed(
                    "its Content-Encoding is one that wasn't asked for: serve the config as it is, or as gzip or br"),
            };
            if (decoded.Error is not null)
                return decoded;

            body = decoded.Value;
        }

        return body;
    }

    /// <summary>The end of a sentence about bytes that are not what their header says.</summary>
    public static Parsed<byte[]> Invalid(string encoding) => Parsed<byte[]>.Failed(
        $"its body is no valid {encoding}, though its Content-Encoding says so: "
        + "the file is corrupt or cut short, or the header wrong");
}
