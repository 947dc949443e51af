using System.Text;

namespace Slowroll.Schemas.Json;

/// <summary>Whether a text's bytes were UTF-8. Whoever has decoded them knows no more than how, and may have guessed.</summary>
public static class TextEncoding
{
    private const int Utf8 = 65001, Utf16 = 1200, Utf16BigEndian = 1201;

    /// <summary>Why a text is refused, and at which character; null if its bytes were UTF-8, or nobody knows.</summary>
    /// <param name="text">The text as it was decoded.</param>
    /// <param name="encoding">How; null if nobody knows.</param>
    public static EncodingFault? FaultOf(string text, Encoding? encoding) => encoding?.CodePage switch
    {
        null => null,
        Utf16 or Utf16BigEndian => new(EncodingFaultKind.Utf16, default),
        Utf8 => Unreadable(text, encoding) is >= 0 and var at ? NotUtf8(at) : null,
        _ => FirstBeyondAscii(text) is >= 0 and var at ? NotUtf8(Math.Max(at, FirstInvalid(text, encoding))) : null,
    };

    /// <summary>Whether a text looks as UTF-16 does where it was decoded as something else: every other character is none.</summary>
    internal static bool LooksLikeUtf16(string text) => text.TrimStart() is ['\0', ..] or [_, '\0', ..];

    private static EncodingFault NotUtf8(int at) => new(EncodingFaultKind.NotUtf8, new(at, at + 1));

    // Without one an editor may call the encoding what it likes: the bytes are those of UTF-8.
    private static int FirstBeyondAscii(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] <= '\x7f')
            at++;

        return at < text.Length ? at : -1;
    }

    // Bytes that are none of UTF-8 leave a sign behind. Who reads strictly has found none: there it was written.
    private static int Unreadable(string text, Encoding encoding) => encoding.DecoderFallback is DecoderExceptionFallback ? -1 : text.IndexOf('\uFFFD');

    // The compiler decodes what is no UTF-8 a byte at a time, so that bytes and characters have the same numbers.
    private static int FirstInvalid(string text, Encoding encoding)
    {
        if (!encoding.IsSingleByte)
        {
            return -1;
        }

        try
        {
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetCharCount(encoding.GetBytes(text));
            return -1;
        }
        catch (DecoderFallbackException exception)
        {
            return Math.Min(exception.Index, text.Length - 1);
        }
    }
}

/// <summary>What is wrong with a text's bytes.</summary>
public enum EncodingFaultKind
{
    /// <summary>They are UTF-16.</summary>
    Utf16,

    /// <summary>They are no UTF-8, and nobody can say what they are.</summary>
    NotUtf8,
}

/// <summary>Why a text is refused.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Range">The first character that shows it.</param>
public sealed record EncodingFault(EncodingFaultKind Kind, TextRange Range);
