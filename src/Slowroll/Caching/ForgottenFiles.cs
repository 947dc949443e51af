using Slowroll.Disk;

namespace Slowroll.Caching;

/// <summary>Deletes the files of one local cache name that nobody needs any more: those that killed processes did not
/// finish, and the caches of URLs that were not confirmed for a long time.</summary>
/// <remarks>File times are of the system's clock, even if the config has another clock. A cache file's is the time of
/// its last write, and a config that is confirmed is written at least every hour.</remarks>
internal static class ForgottenFiles
{
    // No write takes that long: the process that began it was killed.
    private static readonly TimeSpan MidWrite = TimeSpan.FromHours(1);

    private static readonly TimeSpan Unconfirmed = TimeSpan.FromDays(90);

    // One write deletes only so many files; the next write continues.
    private const int MostFiles = 1000;

    /// <summary>Deletes them, but not the cache in use and never a locks file. What can't be deleted now, the next
    /// write tries again.</summary>
    /// <param name="inUse">The full path of the cache that is in use.</param>
    /// <param name="beginning">What the names of all files of its local cache name begin with.</param>
    public static void Clear(string inUse, string beginning)
    {
        var now = DateTime.UtcNow;
        Attempt(() =>
        {
            foreach (var file in new DirectoryInfo(Path.GetDirectoryName(inUse)!).EnumerateFiles($"{beginning}*")
                .Take(MostFiles))
            {
                Attempt(() =>
                {
                    if (IsForgotten(file, now) && file.Name != Path.GetFileName(inUse))
                        file.Delete();
                });
            }
        });
    }

    private static bool IsForgotten(FileInfo file, DateTime now) => file.Extension switch
    {
        TemporaryFile.Extension => file.LastWriteTimeUtc < now - MidWrite
            && IsOfACache(file.Name) && IsOurs(file, static _ => true),
        CacheFileName.Extension => file.LastWriteTimeUtc < now - Unconfirmed && IsOurs(file, CacheFile.BeginsAs),
        _ => false,
    };

    // An editor may store a temporary file of its own beside a locks file.
    private static bool IsOfACache(string temporary) =>
        temporary.Contains($"{CacheFileName.Extension}.", StringComparison.Ordinal)
        && !temporary.Contains($"{CacheFileName.Extension}.locks", StringComparison.Ordinal);

    // The name alone isn't enough: a file is ours if its owner is, and a cache file only with the content of one.
    private static bool IsOurs(FileInfo file, Func<Stream, bool> isWhatItIsCalled)
    {
        using var stream = OwnFile.Open(file.FullName, OwnFile.WritableByOthers, out _);
        return stream is not null && isWhatItIsCalled(stream);
    }

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
