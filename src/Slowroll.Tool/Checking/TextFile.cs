using System.Text;
using System.Text.Unicode;
using Slowroll.Disk;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Disk;

namespace Slowroll.Tool.Checking;

/// <summary>A file as text, with lines and columns.</summary>
internal sealed class TextFile
{
    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private List<int>? _lineStarts;

    private TextFile(string givenPath, byte[] bytes)
    {
        GivenPath = givenPath;
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

    /// <summary>The full path.</summary>
    public string Path => System.IO.Path.GetFullPath(GivenPath);

    /// <summary>The name, without its folder.</summary>
    public string Name => System.IO.Path.GetFileName(GivenPath);

    /// <summary>How its bytes were decoded: not strictly if they are not UTF-8.</summary>
    public Encoding Encoding { get; }

    /// <summary>The text, without a byte order mark.</summary>
    public string Text { get; }

    /// <exception cref="UsageException">It can't be read.</exception>
    public static TextFile Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UsageException(
                $"'{path}' is a directory. Name the files in it; if none of them is a schema, "
                    + $"write {System.IO.Path.Combine(path, "*.json")}.");
        }

        try
        {
            // A pipe is read: shells pass the output of a command in one. A device may have no end.
            return RegularFile.WhatElse(path) is "a device"
                ? throw new UsageException($"'{path}' is a device. Name a file.")
                : new(path, File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is ArgumentException || DiskFault.Is(exception))
        {
            // The message has the path in it.
            throw new UsageException(UrlText.Shown(path) == path
                ? $"'{path}' can't be read: {exception.Message}"
                : $"'{UrlText.Hidden}' can't be read: give the path of a file.");
        }
    }

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
