namespace Slowroll.Locking;

/// <summary>The locks file, looked at again and again: a stat and a short read work on every file system, which a watcher
/// doesn't.</summary>
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
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (e.Message != _error)
                error = $"The locks file {path} can't be read ({e.Message}); the locks of before stay.";
            _error = e.Message;
            return false;
        }

        var changed = text != _text;
        _text = text;
        return changed;
    }

    private string Read()
    {
        // A pipe or a device has no length, and opening a pipe would wait for its writer.
        var file = new FileInfo(path);
        if ((file.ResolveLinkTarget(returnFinalTarget: true) ?? file) is FileInfo { Exists: true, Length: 0 })
            return "";

        using var stream = new FileStream(path, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete });
        if (stream.Length > LongestText)
            throw new IOException($"it is longer than {LongestText} bytes");

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
