using Slowroll.Disk;
using Slowroll.Texts;

namespace Slowroll.Locking;

/// <summary>The locks file, looked at again and again: a stat and a short read work on every file system, which a watcher
/// doesn't.</summary>
/// <remarks>Who can write it decides over flags: it counts only if it is our own, see <see cref="OwnFile"/>. For one thread at a
/// time; a disk that hangs holds it up.</remarks>
internal sealed class LocksFile(string path)
{
    // A locks file is written by hand.
    private const int LongestText = 1 << 20;

    private string? _text = "";
    private string? _error;

    public string Path => path;

    /// <summary>Whether the file says something else than at the last look, also when it has come or gone.</summary>
    /// <param name="text">What it says; empty where there is none.</param>
    /// <param name="error">Why it can't be read, once for each reason; what it said before stays in force.</param>
    public bool HasChanged(out string text, out string? error)
    {
        text = "";
        error = null;
        try
        {
            text = Read();
            _error = null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            _error = null;
        }
#pragma warning disable CA1031 // Whatever is wrong with it, looking at it must not end for good.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (e.Message != _error)
                error = $"The locks file {OneLine.Escaped(path)} can't be read: {OneLine.Escaped(e.Message)}; the locks of before stay.";
            _error = e.Message;
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

        // What is written while it is read, the next look finds.
        var bytes = new byte[stream.Length];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        using var reader = new StreamReader(new MemoryStream(bytes, 0, length));
        return reader.ReadToEnd();
    }
}
