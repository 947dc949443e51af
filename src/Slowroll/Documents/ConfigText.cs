using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Slowroll.Documents;

/// <summary>A config as text: its encoding, and the line and column of a fault.</summary>
internal static class ConfigText
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;

    // The JSON reader checks the encoding of a string only when the string is asked for.
    public static void ThrowIfNotUtf8(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
            return;

        if (text is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw Fault(text, 0, NoConfig.Utf16);

        throw Fault(text, LengthOfValidStart(text), NoConfig.NotUtf8);
    }

    /// <summary>A fault at a byte of the text.</summary>
    public static ConfigFormatException Fault(ReadOnlySpan<byte> text, int at, string message, Exception? cause = null)
    {
        var before = text[..at];
        var line = before.Count((byte)'\n') + 1;
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[lineStart..]) + 1;
        return new ConfigFormatException(message, line, column, cause);
    }

    /// <summary>A fault that the JSON reader has found, with what a person can do about it.</summary>
    public static ConfigFormatException Fault(ReadOnlySpan<byte> text, JsonException e)
    {
        var firstCharacter = text.TrimStart(" \t\r\n"u8);
        var message = firstCharacter switch
        {
            [] => NoConfig.Empty,
            [(byte)'<', ..] => NoConfig.Html,
            // Without a byte order mark it is valid UTF-8 too: letters and zeroes in turn.
            [0, ..] or [_, 0, ..] => NoConfig.Utf16,
            _ => ReaderMessage(e.Message),
        };
        return Fault(text, OffsetOf(text, e), message, e);
    }

    /// <summary>What the JSON reader says, without its position: "'}' is invalid ... LineNumber: 3 |
    /// BytePositionInLine: 7." starts at 0 and counts bytes.</summary>
    /// <remarks>A trimmed program, as every Blazor page is, may have the names of the platform's messages in their
    /// place: "ZeroDepthAtEnd, ".</remarks>
    public static string ReaderMessage(string message)
    {
        var position = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var told = position < 0 ? message : message[..position];
        var name = told.Split(',')[0];
        return name.All(char.IsAsciiLetter) ? $"from here on it is no JSON ({name})." : told;
    }

    private static int OffsetOf(ReadOnlySpan<byte> text, JsonException e)
    {
        var lineStart = 0;
        for (var line = e.LineNumber ?? 0; line > 0; line--)
            lineStart += text[lineStart..].IndexOf((byte)'\n') + 1;
        return (int)Math.Min(lineStart + (e.BytePositionInLine ?? 0), text.Length);
    }

    private static int LengthOfValidStart(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (Rune.DecodeFromUtf8(text[length..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
            length += consumed;
        return length;
    }
}
