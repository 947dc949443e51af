using System.Buffers;
using System.IO.Compression;
using System.Runtime.Versioning;
using Slowroll.Texts;

namespace Slowroll.Sources;

/// <summary>Decodes a brotli body. BrotliStream would not notice that a body is incomplete.</summary>
[UnsupportedOSPlatform("browser")]
internal static class BrotliBody
{
    public static Parsed<byte[]> Decode(ReadOnlySpan<byte> body, long maxBytes)
    {
        var plain = new ArrayBufferWriter<byte>();
        var decoder = new BrotliDecoder();
        try
        {
            while (plain.WrittenCount <= maxBytes)
            {
                var status = decoder.Decompress(body, plain.GetSpan(), out var read, out var written);
                body = body[read..];
                plain.Advance(written);
                if (status == OperationStatus.Done && plain.WrittenCount <= maxBytes)
                    return body.IsEmpty ? plain.WrittenSpan.ToArray() : ContentEncoding.Invalid("br");
                if (status is OperationStatus.InvalidData or OperationStatus.NeedMoreData)
                    return ContentEncoding.Invalid("br");
            }

            return HttpBody.TooLong(maxBytes);
        }
        finally
        {
            decoder.Dispose();
        }
    }
}
