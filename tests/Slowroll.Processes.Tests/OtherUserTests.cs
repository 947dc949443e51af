using System.Diagnostics;
using System.Runtime.Versioning;

namespace Slowroll.Processes.Tests;

/// <summary>A process of a user who isn't root, and the files of others that it may read.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class OtherUserTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("slowroll-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [OtherUserFact]
    public async Task Survive_37_a_process_of_another_user_reads_its_own_files_and_roots_and_nobody_elses()
    {
        const int Third = 12345;
        var up = ConfigSource.From(CacheUser.Source, (_, _) => new(FetchResult.Fresh("{}"u8.ToArray(), null)));
        await using var config = await SlowrollConfig.OpenAsync(up, CacheUser.CacheName, CacheUser.Options(_directory));
        var cache = Directory.GetFiles(_directory, "*.cache").Single();
        var locks = config.Status.LocksFile!;
        await File.WriteAllTextAsync(locks, "s.f = new");
        Give(_directory, OtherUser.Number);
        Give(cache, OtherUser.Number);

        Assert.Equal("Cache, 1 locks", OtherUser.Open(_directory));

        Give(locks, OtherUser.Number);
        Assert.Equal("Cache, 1 locks", OtherUser.Open(_directory));

        Give(locks, Third);
        Assert.Equal("Cache, 0 locks", OtherUser.Open(_directory));

        Give(locks, OtherUser.Number);
        Give(_directory, Third);
        File.SetUnixFileMode(
            _directory, File.GetUnixFileMode(_directory) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        Assert.Equal("None, 0 locks", OtherUser.Open(_directory));
    }

    private static void Give(string path, int user)
    {
        using var process = Process.Start("chown", [$"{user}", path]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
