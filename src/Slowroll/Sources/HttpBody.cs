using Slowroll.Rollouts;

namespace Slowroll.Sources;

/// <summary>Reads the body of an answer: decoded, whole, and no longer than allowed.</summary>
internal static class HttpBody
{
    public static async ValueTask<Parsed<byte[]>> ReadAsync(HttpContent content, long maxBytes, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength;
        if (announced > maxBytes)
            return TooLong(maxBytes);

        var encodings = ContentEncoding.Of(content.Headers);
        var raw = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var decoded = ContentEncoding.Decode(raw, encodings);
        if (decoded.Error is { } error)
            return Parsed<byte[]>.Failed(error);

        var stream = decoded.Value;
        await using var _ = stream.ConfigureAwait(false);
        try
        {
            return await CappedReader.ReadAsync(stream, maxBytes, cancellationToken).ConfigureAwait(false) switch
            {
                null => TooLong(maxBytes),
                var body when ContentEncoding.IsStillGzip(body) => Parsed<byte[]>.Failed(
                    "its body is gzip though its Content-Encoding doesn't say so (or it was compressed twice): "
                    + "set the header, or serve the JSON itself"),
                // The platform's own client checks this itself; a handler of one's own may not.
                var body when encodings.Length == 0 && announced is { } length && length != body.Length =>
                    Parsed<byte[]>.Failed($"its body has {body.Length} bytes though its Content-Length says {length}"),
                var body => body,
            };
        }
        // BrotliStream reports invalid data as an invalid operation.
        catch (Exception exception) when (encodings.Length > 0 && exception is InvalidDataException or InvalidOperationException)
        {
            return Parsed<byte[]>.Failed(
                $"its body is no valid {string.Join(", ", encodings)}, though its Content-Encoding says so: "
                + "the file is corrupt or the header wrong");
        }
    }

    private static Parsed<byte[]> TooLong(long maxBytes) => Parsed<byte[]>.Failed(
        $"its config is longer than allowed: at most {maxBytes} bytes (SlowrollOptions.MaxConfigBytes) are read");
}
