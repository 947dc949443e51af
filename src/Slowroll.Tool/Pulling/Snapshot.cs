using Slowroll.Disk;
using Slowroll.Tool.Disk;

namespace Slowroll.Tool.Pulling;

/// <summary>A config that is checked in.</summary>
internal sealed class Snapshot
{
    private readonly string _target;

    /// <param name="path">The file's path; there needn't be one yet.</param>
    public Snapshot(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        // Else the link itself would be replaced by a file, and its target would stay as it is.
        _target = LinkTarget(Path) ?? Path;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>Whether another path leads to the same file.</summary>
    public bool Is(string path) => string.Equals(
        _target, new Snapshot(path)._target,
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    /// <summary>The bytes, null where there is no file; or a sentence that says why the file can't be read.</summary>
    public (byte[]? Bytes, string? Error) Read()
    {
        if (NoRegularFile() is { } odd)
            return (null, odd);

        try
        {
            return (File.ReadAllBytes(_target), null);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, null);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return (null, $"the file can't be read ({exception.Message.TrimEnd('.')}). Check its permissions.");
        }
    }

    /// <summary>Replaces the bytes, completely or not at all.</summary>
    /// <returns>Null, or a sentence that says why they weren't replaced.</returns>
    public string? Replace(ReadOnlyMemory<byte> bytes)
    {
        if (NoRegularFile() is { } odd)
            return odd;

        // On some systems a rename would ignore it, but somebody has set it.
        if (File.Exists(_target) && File.GetAttributes(_target).HasFlag(FileAttributes.ReadOnly))
            return "the file is read-only. Make it writable, or check it out first.";

        // In the folder of its target: a rename works only on one disk.
        var temporary = $"{_target}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_target)!);
            Write(temporary, bytes);
            File.Move(temporary, _target, overwrite: true);
            return null;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            DiskFault.Ignore(() => File.Delete(temporary));
            return $"the file can't be written ({exception.Message.TrimEnd('.')}). Make room there, or make it "
                + "writable.";
        }
    }

    // Else reading a pipe would wait for ever, and a device would be replaced by a file.
    private string? NoRegularFile()
    {
        var what = System.IO.Path.EndsInDirectorySeparator(Path) ? "a directory" : RegularFile.WhatElse(_target);
        return what is null
            ? null
            : $"the path leads to {what}. Give the path of a regular file; there needn't be one yet.";
    }

    private void Write(string temporary, ReadOnlyMemory<byte> bytes)
    {
        using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write);
        stream.Write(bytes.Span);
        // Else the name could reach the disk before the bytes do.
        stream.Flush(flushToDisk: true);
        if (!OperatingSystem.IsWindows() && File.Exists(_target))
            File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(_target));
    }

    private static string? LinkTarget(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            // A link in a circle, or to a place that can't be read: reading the file reports it.
            return null;
        }
    }
}
