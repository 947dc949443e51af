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
        var announced = content.Headers.ContentLength;
        if (announced > maxBytes)
            return TooLong(maxBytes);

        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        if (await CappedReader.ReadAsync(stream, maxBytes, cancellationToken).ConfigureAwait(false) is not { } raw)
            return TooLong(maxBytes);

        // The platform's client checks this; a handler of the program may not.
        if (announced is { } length && length != raw.Length)
            return Parsed<byte[]>.Failed($"its body has {raw.Length} bytes though its Content-Length says {length}");

        var body = await ContentEncoding
            .DecodeAsync(raw, ContentEncoding.Of(content.Headers), maxBytes, cancellationToken).ConfigureAwait(false);
        return body.Error is null && GzipBody.Is(body.Value)
            ? Parsed<byte[]>.Failed(
                "its body is gzip though its Content-Encoding doesn't say so, or was compressed twice: "
                + "set the header, or serve the JSON itself")
            : body;
    }

    public static Parsed<byte[]> TooLong(long maxBytes) => Parsed<byte[]>.Failed(
        $"its config is longer than allowed: at most {maxBytes} bytes are read (in a program "
            + "SlowrollOptions.MaxConfigBytes sets it); make it shorter");
}
