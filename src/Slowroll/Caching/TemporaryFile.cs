namespace Slowroll.Caching;

/// <summary>A file that nobody sees until it is whole: written beside its target, for its owner only, flushed, then renamed over
/// it.</summary>
internal sealed class TemporaryFile(string target)
{
    public const string Extension = ".tmp";

    private readonly string _path = $"{target}.{Guid.NewGuid():N}{Extension}";

    public void Write(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body)
    {
        using var stream = Create();
        stream.Write(head.Span);
        stream.Write(body.Span);
        // Else the name could reach the disk before the bytes do.
        stream.Flush(flushToDisk: true);
    }

    public void MoveInto(string path) => File.Move(_path, path, overwrite: true);

    public void Delete()
    {
        try
        {
            File.Delete(_path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is left for the next writer to clear away.
        }
    }

    // Always a new file, never one that is already there, or a link to it.
    private FileStream Create()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        return new FileStream(_path, options);
    }
}
