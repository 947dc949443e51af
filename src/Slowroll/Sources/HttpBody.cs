using Slowroll.Texts;

namespace Slowroll.Sources;

/// <summary>Reads the body of an answer: decoded, whole, and no longer than allowed.</summary>
internal static class HttpBody
{
    /// <summary>The bytes, or the end of a sentence that says why there are none.</summary>
    /// <remarks>The limit applies to the received bytes and to the result of each decoding: no step has more in
    /// memory.</remarks>
    public static async ValueTask<Parsed<byte[]>> ReadAsync(
        HttpContent content, long maxBytes, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maxBytes)
            return TooLong(maxBytes);

        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        if (await CappedReader.ReadAsync(stream, maxBytes, cancellationToken).ConfigureAwait(false) is not { } raw)
            return TooLong(maxBytes);

        var body = await DecodeAsync(raw, content, maxBytes, cancellationToken).ConfigureAwait(false);
        return body.Error is null && GzipBody.Is(body.Value)
            ? Parsed<byte[]>.Failed(
                "its body is gzip though its Content-Encoding doesn't say so, or was compressed twice: "
                + "set the header, or serve the JSON itself")
            : body;
    }

    private static async ValueTask<Parsed<byte[]>> DecodeAsync(
        byte[] raw, HttpContent content, long maxBytes, CancellationToken cancellationToken)
    {
        // A browser has checked the length and decoded the body; the headers are still those of the encoded one.
        if (OperatingSystem.IsBrowser())
            return raw;

        // The platform's client checks this; a handler of the program may not.
        if (content.Headers.ContentLength is { } announced && announced != raw.Length)
            return Parsed<byte[]>.Failed($"its body has {raw.Length} bytes though its Content-Length says {announced}");

        return await ContentEncoding
            .DecodeAsync(raw, ContentEncoding.Of(content.Headers), maxBytes, cancellationToken).ConfigureAwait(false);
    }

    public static Parsed<byte[]> TooLong(long maxBytes) => Parsed<byte[]>.Failed(
        $"its config is longer than allowed: at most {maxBytes} bytes are read (in a program "
            + "SlowrollOptions.MaxConfigBytes sets it); make it shorter");
}
