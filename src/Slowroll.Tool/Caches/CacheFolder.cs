using Slowroll.Caching;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Disk;

namespace Slowroll.Tool.Caches;

/// <summary>The folder in which this machine's programs keep configs and locks files.</summary>
/// <param name="Path">Its full path.</param>
internal sealed record CacheFolder(string Path)
{
    /// <summary>What the names of locks files end with.</summary>
    public const string LocksExtension = CacheFileName.Extension + ".locks";

    private const int MostFiles = 10_000;

    /// <summary>The folder that was given, or that of the system.</summary>
    /// <exception cref="UsageException">It is no path.</exception>
    /// <exception cref="NotReadableException">This account has none.</exception>
    public static CacheFolder Find(string? given) =>
        CacheDirectory.Find(given is null ? null : FileArgument.Path(given, "What --cache-dir names"), out _)
            is { } found
            ? new(found)
            : throw new NotReadableException(
                "This account has no home directory that programs keep configs in: name a folder with --cache-dir.");

    /// <summary>The cached configs, by name.</summary>
    /// <exception cref="NotReadableException">The folder can't be read.</exception>
    public IReadOnlyList<CachedFile> Configs() =>
        [.. FilesWith(CacheFileName.Extension).Select(CachedFile.Read)];

    /// <summary>The paths of the locks files, by name.</summary>
    /// <exception cref="NotReadableException">The folder can't be read.</exception>
    public IReadOnlyList<string> LocksFiles() => [.. FilesWith(LocksExtension)];

    private List<string> FilesWith(string extension)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFileSystemEntries(Path)
                    .Where(path => path.EndsWith(extension, StringComparison.Ordinal))
                    .Take(MostFiles)
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            throw new NotReadableException($"The folder can't be read: {exception.Message}");
        }
    }
}
