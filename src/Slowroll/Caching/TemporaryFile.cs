namespace Slowroll.Caching;

/// <summary>Writes a file so that nobody sees it before it is complete: it is written beside its target, for its owner
/// only, flushed, and then renamed to the target.</summary>
internal sealed class TemporaryFile(string target)
{
    public const string Extension = ".tmp";

    private readonly string _path = $"{target}.{Guid.NewGuid():N}{Extension}";

    public void Write(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body)
    {
        using var stream = Create();
        stream.Write(head.Span);
        stream.Write(body.Span);
        // Otherwise the new name could be on disk before the bytes are.
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
            // A later write deletes it.
        }
    }

    // Always creates a new file; it never opens one that is there already, or a link.
    private FileStream Create()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        return new FileStream(_path, options);
    }
}
