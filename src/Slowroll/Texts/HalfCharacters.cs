using System.Buffers.Text;

namespace Slowroll.Texts;

/// <summary>Escapes like <c>\ud800</c> that are half of a surrogate pair. JSON allows them, and the platform throws if
/// it is asked for a text that has one.</summary>
/// <remarks>They are looked for before the platform is asked: a config may have a million of them, and an exception for
/// each would take half a minute. This file is compiled into the runtime and into the build-time half.</remarks>
internal static class HalfCharacters
{
    public const string Description = @"an escape like \ud800, which is half a character";

    private const int EscapeLength = 6;

    private static ReadOnlySpan<byte> Replacement => @"\ufffd"u8;

    /// <summary>Whether there are any in a piece of JSON. Costs one pass over it.</summary>
    public static bool AreIn(ReadOnlySpan<byte> json) => Find(json, 0) >= 0;

    /// <summary>Replaces them by U+FFFD, which has the same number of bytes.</summary>
    public static void Replace(Span<byte> json)
    {
        for (var at = Find(json, 0); at >= 0; at = Find(json, at + EscapeLength))
            Replacement.CopyTo(json[at..]);
    }

    private static int Find(ReadOnlySpan<byte> json, int from)
    {
        for (var at = from; at < json.Length;)
        {
            var distance = json[at..].IndexOf((byte)'\\');
            if (distance < 0)
                return -1;

            at += distance;
            switch (UnitAt(json, at))
            {
                case null:
                    at += 2;
                    break;
                case >= 0xD800 and <= 0xDBFF when UnitAt(json, at + EscapeLength) is >= 0xDC00 and <= 0xDFFF:
                    at += 2 * EscapeLength;
                    break;
                case >= 0xD800 and <= 0xDFFF:
                    return at;
                default:
                    at += EscapeLength;
                    break;
            }
        }

        return -1;
    }

    // Null if there is no escape like \u1234.
    private static uint? UnitAt(ReadOnlySpan<byte> json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && Utf8Parser.TryParse(json.Slice(at + 2, 4), out uint unit, out var digits, 'x') && digits == 4
            ? unit
            : null;
}
