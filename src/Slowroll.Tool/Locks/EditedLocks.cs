using System.Text;
using Slowroll.Disk;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Pulling;

namespace Slowroll.Tool.Locks;

/// <summary>A locks file that is edited.</summary>
internal sealed class EditedLocks
{
    // The runtime reads no longer one.
    private const int LongestText = 1 << 20;

    private readonly Snapshot _file;
    private readonly bool _isThere;

    /// <summary>Reads the file.</summary>
    /// <exception cref="NotReadableException">It can't be read.</exception>
    public EditedLocks(string path)
    {
        _file = new(path);
        Path = path;
        var (bytes, error) = _file.Read();
        if (error is not null)
            throw new NotReadableException($"{OneLine.Escaped(path)}: {error}");

        _isThere = bytes is not null;
        Text = Encoding.UTF8.GetString(bytes ?? []);
        if (bytes is not null && !Encoding.UTF8.GetBytes(Text).AsSpan().SequenceEqual(bytes))
            throw new NotReadableException($"{OneLine.Escaped(path)} is not UTF-8: convert it first.");
        if (bytes?.Length > LongestText)
            throw new NotReadableException($"{OneLine.Escaped(path)} is longer than a locks file may be.");
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>Its text; empty if there is no file.</summary>
    public string Text { get; }

    /// <summary>Replaces the text, completely or not at all.</summary>
    /// <exception cref="NotReadableException">It can't be written.</exception>
    public void Replace(string text)
    {
        if (System.IO.Path.GetDirectoryName(Path) is { } folder && !Directory.Exists(folder))
            OwnDirectory.Create(folder);
        if (_file.Replace(Encoding.UTF8.GetBytes(text)) is { } whyNot)
            throw new NotReadableException($"{OneLine.Escaped(Path)}: {whyNot}");

        // Programs don't trust one that others can write, which some accounts would make by default.
        if (!_isThere && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    }

    /// <summary>Why a program of this user doesn't use the file, as the end of a sentence; null if it does, or if there
    /// is none.</summary>
    public static string? WhyNotUsed(string path)
    {
        try
        {
            using var stream = OwnFile.Open(path, OwnFile.WritableByOthers, out var whyNot);
            return whyNot;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (Disk.DiskFault.Is(exception))
        {
            return $"can't be read ({OneLine.Message(exception.Message).TrimEnd('.')})";
        }
    }
}
