using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Slowroll.Hashing;

/// <summary>Encodes a text as UTF-8. The platform's encoder takes twice as long for the name of a host.</summary>
internal static class Utf8Encoder
{
    private const int AtOnce = 8;

    /// <summary>Encodes a text, eight letters of ASCII at once. A lone surrogate becomes U+FFFD.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="bytes">Room for three bytes a character.</param>
    /// <returns>How many bytes there are.</returns>
    public static int Write(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        var last = text.Length - AtOnce;
        if (last < 0)
            return Encoding.UTF8.GetBytes(text, bytes);

        for (var i = 0; i < last; i += AtOnce)
        {
            if (!TryWriteAscii(text[i..], bytes[i..]))
                return Encoding.UTF8.GetBytes(text, bytes);
        }

        // The last eight letters; some of them are written a second time.
        return TryWriteAscii(text[last..], bytes[last..]) ? text.Length : Encoding.UTF8.GetBytes(text, bytes);
    }

    private static bool TryWriteAscii(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        var letters = Vector128.Create(MemoryMarshal.Cast<char, ushort>(text));
        if ((letters & Vector128.Create((ushort)0xFF80)) != Vector128<ushort>.Zero)
            return false;

        MemoryMarshal.Write(bytes, Vector128.Narrow(letters, letters).AsUInt64().ToScalar());
        return true;
    }
}
