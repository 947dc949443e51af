using System.Buffers;

namespace Slowroll.Sources;

/// <summary>Reads a stream to its end, but never more than a limit.</summary>
internal static class CappedReader
{
    private const int FirstBuffer = 16 * 1024;

    /// <summary>The bytes; null if there are more than <paramref name="maxBytes"/>.</summary>
    public static async ValueTask<byte[]?> ReadAsync(Stream stream, long maxBytes, CancellationToken cancellationToken)
    {
        // The buffer grows with the bytes that have come: the announced length may be wrong.
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var length = 0;
            while (true)
            {
                if (length == buffer.Length)
                    buffer = Grown(buffer);

                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    return buffer.AsSpan(0, length).ToArray();

                length += read;
                if (length > maxBytes)
                    return null;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grown(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(full.Length * 2L, Array.MaxLength));
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
