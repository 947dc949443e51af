using System.Text;
using System.Text.Unicode;

namespace Slowroll.Tool.Inputs;

/// <summary>An input as text, with lines and columns.</summary>
internal sealed class TextFile
{
    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private List<int>? _lineStarts;

    /// <summary>A text.</summary>
    /// <param name="givenPath">Its path as it was given, or what it is called in messages.</param>
    /// <param name="bytes">Its bytes.</param>
    public TextFile(string givenPath, byte[] bytes)
    {
        (GivenPath, Bytes) = (givenPath, bytes);
        Encoding = bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => Utf8.IsValid(bytes) ? Strict : Encoding.UTF8,
        };
        Text = Encoding.GetString(bytes).TrimStart('\uFEFF');
    }

    /// <summary>The path as it was given, for messages.</summary>
    public string GivenPath { get; }

    /// <summary>Whether it is a file of this machine.</summary>
    public bool IsFile { get; init; }

    /// <summary>Its bytes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The full path.</summary>
    public string Path => System.IO.Path.GetFullPath(GivenPath);

    /// <summary>The name, without its folder.</summary>
    public string Name => System.IO.Path.GetFileName(GivenPath);

    /// <summary>How its bytes were decoded: not strictly if they are not UTF-8.</summary>
    public Encoding Encoding { get; }

    /// <summary>The text, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>A character's line and column, both from 1.</summary>
    public (int Line, int Column) PlaceOf(int at)
    {
        var found = (_lineStarts ??= LineStarts()).BinarySearch(at);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, at - _lineStarts[line] + 1);
    }

    // Made once: counting the lines again for each of 100,000 findings would take a minute.
    private List<int> LineStarts()
    {
        List<int> starts = [0];
        for (var i = 0; i < Text.Length; i++)
        {
            // CR LF ends a line at the LF; a CR alone ends a line too.
            if (Text[i] == '\n' || (Text[i] == '\r' && !(i + 1 < Text.Length && Text[i + 1] == '\n')))
                starts.Add(i + 1);
        }

        return starts;
    }
}
