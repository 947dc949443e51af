using Slowroll.Disk;
using Slowroll.Texts;

namespace Slowroll.Locking;

/// <summary>The locks file, which is read again and again: that works on every file system, and a file watcher
/// doesn't.</summary>
/// <remarks>Whoever can write it can change the answers of flags. So it is used only if it is our own, see
/// <see cref="OwnFile"/>. For one thread at a time. A disk that hangs blocks that thread.</remarks>
internal sealed class LocksFile(string path)
{
    // A locks file is written by hand, so it is short.
    private const int LongestText = 1 << 20;

    private string? _text = "";
    private string? _error;

    public string Path => path;

    /// <summary>Whether its text is another one than at the last look. It is also if the file was created or
    /// deleted.</summary>
    /// <param name="text">Its text; empty if there is no file.</param>
    /// <param name="error">Why it can't be read, once for each reason; the text of before stays in force.</param>
    public bool HasChanged(out string text, out string? error)
    {
        text = "";
        error = null;
        try
        {
            text = Read();
            _error = null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            _error = null;
        }
#pragma warning disable CA1031 // Whatever is wrong with it, looking at it must not end for good.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (exception.Message != _error)
            {
                error = $"The locks file {OneLine.Escaped(path)} can't be "
                    + $"read: {OneLine.Escaped(exception.Message)}; the locks of before stay.";
            }

            _error = exception.Message;
            return false;
        }

        var changed = text != _text;
        _text = text;
        return changed;
    }

    private string Read()
    {
        using var stream = OwnFile.Open(path, OwnFile.WritableByOthers, out var whyNot);
        if (stream is null)
            return whyNot is null ? "" : throw new IOException($"it {whyNot}");
        if (stream.Length > LongestText)
            throw new IOException($"it is longer than {LongestText} bytes");

        // The next look finds what is written meanwhile.
        var bytes = new byte[stream.Length];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        using var reader = new StreamReader(new MemoryStream(bytes, 0, length));
        return reader.ReadToEnd();
    }
}
