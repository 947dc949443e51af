namespace Slowroll.Caching;

/// <summary>A file that nobody sees until it is whole: written beside its target, flushed, then renamed over it.</summary>
internal sealed class TemporaryFile(string target)
{
    private const string Extension = ".tmp";

    // No write takes that long: whoever began it was killed.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly string _path = $"{target}.{Guid.NewGuid():N}{Extension}";

    public void Write(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body)
    {
        using var stream = OwnerOnly.CreateFile(_path);
        stream.Write(head.Span);
        stream.Write(body.Span);
        // Else the name could reach the disk before the bytes do.
        stream.Flush(flushToDisk: true);
    }

    public void MoveInto(string path) => File.Move(_path, path, overwrite: true);

    public void Delete() => Attempt(() => File.Delete(_path));

    /// <summary>Deletes what killed processes have left beside a target.</summary>
    public static void DeleteAbandoned(string target)
    {
        // File times are the system's, whatever clock the config goes by.
        var before = DateTime.UtcNow - Abandoned;
        var pattern = $"{Path.GetFileName(target)}.*{Extension}";
        Attempt(() =>
        {
            foreach (var file in new DirectoryInfo(Path.GetDirectoryName(target)!).EnumerateFiles(pattern))
            {
                if (file.LastWriteTimeUtc < before)
                    Attempt(file.Delete);
            }
        });
    }

    // What can't be cleared away now is left for the next writer.
    private static void Attempt(Action clearing)
    {
        try
        {
            clearing();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }
}
