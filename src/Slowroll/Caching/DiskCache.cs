using System.Security;

namespace Slowroll.Caching;

/// <summary>The last good config on disk, for a start without a network.</summary>
/// <remarks>Any number of processes may share it: each write is a whole new file under the old name. Nothing here throws for
/// what a disk does.</remarks>
internal sealed class DiskCache
{
    private readonly string _directory;
    private readonly string _sourceIdentity;
    private readonly long _maxConfigBytes;

    private DiskCache(string directory, string localCacheName, string sourceIdentity, long maxConfigBytes)
    {
        _directory = directory;
        _sourceIdentity = sourceIdentity;
        _maxConfigBytes = maxConfigBytes;
        Path = System.IO.Path.Combine(directory, CacheFileName.Of(localCacheName));
    }

    /// <summary>The cache file's full path.</summary>
    public string Path { get; }

    /// <summary>The cache of a name; nothing is touched yet.</summary>
    /// <param name="localCacheName">Any text; another one is another file.</param>
    /// <param name="sourceIdentity">What another source has written isn't read. Only its hash is written.</param>
    /// <param name="options">Where the cache lies, if there is to be one, and how long a config may be.</param>
    /// <param name="whyNot">A sentence when there is none though one was wanted.</param>
    public static DiskCache? Open(string localCacheName, string sourceIdentity, SlowrollOptions options, out string? whyNot)
    {
        ArgumentException.ThrowIfNullOrEmpty(localCacheName);
        whyNot = null;
        return options.UseDiskCache && CacheDirectory.Find(options.CacheDirectory, out whyNot) is { } directory
            ? new DiskCache(directory, localCacheName, sourceIdentity, options.MaxConfigBytes)
            : null;
    }

    /// <summary>The config that was kept; null when there is none that can be trusted.</summary>
    /// <param name="whyNot">A sentence when there is a file but no config; null when there simply is no file.</param>
    public CachedConfig? Read(out string? whyNot)
    {
        CachedConfig? config = null;
        try
        {
            var file = ReadFile(out whyNot);
            if (whyNot is null)
                config = CacheFile.Parse(file, _sourceIdentity, _maxConfigBytes, out whyNot);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            whyNot = null;
            return null;
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            whyNot = $"can't be read ({exception.Message})";
        }

        if (whyNot is not null)
            whyNot = $"The cached config {Path} isn't used: it {whyNot}. The next good fetch replaces it.";
        return config;
    }

    /// <summary>Keeps a config in the place of the one before, whole or not at all.</summary>
    /// <returns>Null, or a sentence that says why the old one stays.</returns>
    public string? Write(ReadOnlyMemory<byte> utf8Json, string? etag, DateTimeOffset fetchedAt)
    {
        var temporary = new TemporaryFile(Path);
        try
        {
            OwnerOnly.CreateDirectory(_directory);
            temporary.Write(CacheFile.Head(_sourceIdentity, new CachedConfig(utf8Json, etag, fetchedAt)), utf8Json);
            temporary.MoveInto(Path);
            TemporaryFile.DeleteAbandoned(Path);
            return null;
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            temporary.Delete();
            return $"The config can't be kept in {Path} ({exception.Message}): make room there or make it writable, "
                + "or set SlowrollOptions.CacheDirectory. Without a cache a start needs the network.";
        }
    }

    private ReadOnlyMemory<byte> ReadFile(out string? whyNot)
    {
        var file = new FileInfo(Path);
        whyNot =
            file.LinkTarget is not null ? "is a symbolic link, which no cache of ours is"
            : Directory.Exists(Path) ? "is a directory"
            // A pipe has no length either. It must not even be opened: that would wait for its writer.
            : file.Length == 0 ? "is empty or no ordinary file"
            : null;
        if (whyNot is not null)
            return default;

        using var stream = new FileStream(Path, new FileStreamOptions
        {
            // A writer must be able to rename its file over this one.
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
        });
        whyNot =
            !OwnerOnly.Holds(stream) ? "is open to other users and may be theirs"
            : stream.Length > _maxConfigBytes + CacheFile.LongestHead
                ? $"is longer than {_maxConfigBytes} bytes (SlowrollOptions.MaxConfigBytes)"
            : null;
        if (whyNot is not null)
            return default;

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    // A file that grows beyond what the system allows it is an argument out of range, to the platform.
    private static bool IsOfTheDisk(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException
            or ArgumentOutOfRangeException;
}
