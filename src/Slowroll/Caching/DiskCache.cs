using System.Security;
using Slowroll.Disk;
using Slowroll.Texts;

namespace Slowroll.Caching;

/// <summary>The last good config on disk, for a start without a network.</summary>
/// <remarks>Any number of processes may share it: each write is a whole new file under the old name. Nothing here
/// throws because of what a disk does, but a disk that hangs blocks the calling thread.</remarks>
internal sealed class DiskCache
{
    private readonly string _directory;
    private readonly string _beginning;
    private readonly string _sourceIdentity;
    private readonly long _maxConfigBytes;

    private DiskCache(string directory, string localCacheName, string sourceIdentity, long maxConfigBytes)
    {
        _directory = directory;
        _beginning = CacheFileName.BeginningOf(localCacheName);
        _sourceIdentity = sourceIdentity;
        _maxConfigBytes = maxConfigBytes;
        Path = System.IO.Path.Combine(directory, CacheFileName.Of(localCacheName, sourceIdentity));
        LocksFile = System.IO.Path.Combine(directory, CacheFileName.OfLocks(localCacheName));
    }

    /// <summary>The cache file's full path. Another source has another file.</summary>
    public string Path { get; }

    /// <summary>The full path of the locks file beside it, which is one for all sources.</summary>
    public string LocksFile { get; }

    /// <summary>The cache of a name and a source. Nothing on disk is touched yet.</summary>
    /// <param name="localCacheName">Any text; each text has a file of its own.</param>
    /// <param name="sourceIdentity">What the config comes from. Only its hash is written.</param>
    /// <param name="options">Whether there is a cache, where it is, and how long a config may be.</param>
    /// <param name="whyNot">Why there is no cache although the options want one; else null.</param>
    public static DiskCache? Open(
        string localCacheName, string sourceIdentity, SlowrollOptions options, out string? whyNot)
    {
        ArgumentException.ThrowIfNullOrEmpty(localCacheName);
        whyNot = null;
        if (OperatingSystem.IsBrowser())
            return null;

        return options.UseDiskCache && CacheDirectory.Find(options.CacheDirectory, out whyNot) is { } directory
            ? new DiskCache(directory, localCacheName, sourceIdentity, options.MaxConfigBytes)
            : null;
    }

    /// <summary>The stored config; null if there is none that can be trusted.</summary>
    /// <param name="whyNot">Why a file that is there can't be used; null if there is no file.</param>
    public CachedConfig? Read(out string? whyNot)
    {
        CachedConfig? config = null;
        try
        {
            var file = ReadFile(out whyNot);
            if (file is { } bytes)
                config = CacheFile.Parse(bytes, _sourceIdentity, _maxConfigBytes, out whyNot);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            whyNot = null;
            return null;
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            whyNot = $"can't be read ({OneLine.Escaped(exception.Message)})";
        }

        if (whyNot is not null)
            whyNot = $"The cached config {OneLine.Escaped(Path)} isn't used: it {whyNot}. {WayOut}";
        return config;
    }

    /// <summary>Stores a config, which replaces the one before, completely or not at all.</summary>
    /// <returns>Null, or a sentence that says why the old one stays.</returns>
    public string? Write(ReadOnlyMemory<byte> utf8Json, string? etag, DateTimeOffset fetchedAt)
    {
        var temporary = new TemporaryFile(Path);
        try
        {
            OwnDirectory.Create(_directory);
            if (OwnDirectory.WhyNot(_directory) is { } whyNot)
                return NotKept($"it {whyNot}");

            temporary.Write(CacheFile.Head(_sourceIdentity, new CachedConfig(utf8Json, etag, fetchedAt)), utf8Json);
            temporary.MoveInto(Path);
            ForgottenFiles.Clear(Path, _beginning);
            return null;
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            temporary.Delete();
            return NotKept(OneLine.Escaped(exception.Message));
        }
    }

    /// <summary>A sentence that says why a config isn't stored, and what to do about it.</summary>
    public string NotKept(string reason) =>
        $"The config can't be kept in {OneLine.Escaped(Path)} ({reason}): make room there or make it writable for "
            + "this user alone, "
        + "or set SlowrollOptions.CacheDirectory. Without a cache a start needs the network.";

    private const string WayOut =
        "The next good fetch replaces it, if its directory can be used; else set SlowrollOptions.CacheDirectory.";

    private ReadOnlyMemory<byte>? ReadFile(out string? whyNot)
    {
        using var stream = OwnFile.Open(Path, OwnFile.UsableByOthers, out whyNot);
        if (stream is null)
            return null;

        if (stream.Length > _maxConfigBytes + CacheFile.LongestHead)
        {
            whyNot = $"is longer than {_maxConfigBytes} bytes (SlowrollOptions.MaxConfigBytes)";
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    // If a file grows beyond the limit of the system, the platform throws an ArgumentOutOfRangeException.
    private static bool IsOfTheDisk(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException
            or ArgumentOutOfRangeException;
}
