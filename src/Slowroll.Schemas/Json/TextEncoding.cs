using System.Text;

namespace Slowroll.Schemas.Json;

/// <summary>Whether a text's bytes were UTF-8. Only the encoding that was used to decode them is known, and it may be
/// a guess.</summary>
internal static class TextEncoding
{
    private const int Utf8 = 65001, Utf16 = 1200, Utf16BigEndian = 1201;

    /// <summary>Why a text is rejected, and at which character; null if its bytes were UTF-8, or if that isn't
    /// known.</summary>
    /// <param name="text">The text as it was decoded.</param>
    /// <param name="encoding">The encoding that was used; null if it isn't known.</param>
    public static EncodingFault? FaultOf(string text, Encoding? encoding) => encoding?.CodePage switch
    {
        null => null,
        Utf16 or Utf16BigEndian => new(EncodingFaultKind.Utf16, default),
        Utf8 => Unreadable(text, encoding) is >= 0 and var at ? NotUtf8(at) : null,
        _ => FirstBeyondAscii(text) is >= 0 and var at ? NotUtf8(Math.Max(at, FirstInvalid(text, encoding))) : null,
    };

    /// <summary>Whether a text looks like UTF-16 that was decoded with another encoding: every other character is
    /// NUL.</summary>
    internal static bool LooksLikeUtf16(string text) => text.TrimStart() is ['\0', ..] or [_, '\0', ..];

    private static EncodingFault NotUtf8(int at) => new(EncodingFaultKind.NotUtf8, new(at, at + 1));

    // Without such a character, the name of the encoding doesn't matter: the bytes are also UTF-8.
    private static int FirstBeyondAscii(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] <= '\x7f')
            at++;

        return at < text.Length ? at : -1;
    }

    // Bytes that are not UTF-8 are decoded as U+FFFD. A strict decoder would have thrown, so there U+FFFD was written
    // in the file.
    private static int Unreadable(string text, Encoding encoding) =>
        encoding.DecoderFallback is DecoderExceptionFallback ? -1 : text.IndexOf('\uFFFD');

    // The compiler decodes other bytes one by one, so bytes and characters have the same positions.
    private static int FirstInvalid(string text, Encoding encoding)
    {
        if (!encoding.IsSingleByte)
        {
            return -1;
        }

        try
        {
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetCharCount(
                encoding.GetBytes(text));
            return -1;
        }
        catch (DecoderFallbackException exception)
        {
            return Math.Min(exception.Index, text.Length - 1);
        }
    }
}

/// <summary>What is wrong with a text's bytes.</summary>
internal enum EncodingFaultKind
{
    /// <summary>They are UTF-16.</summary>
    Utf16,

    /// <summary>They are not UTF-8, and the encoding isn't known.</summary>
    NotUtf8,
}

/// <summary>Why a text is rejected.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Range">The first character that shows it.</param>
internal sealed record EncodingFault(EncodingFaultKind Kind, TextRange Range);
