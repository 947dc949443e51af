using System.Diagnostics;
using static Slowroll.Tests.Surviving.Production;

namespace Slowroll.Tests.Surviving;

/// <summary>Something else than a file in the place of the cache or of the locks: it is there, but nothing can be
/// read.</summary>
public sealed class OddFileTests : IAsyncDisposable
{
    private static readonly TimeSpan NotForEver = TimeSpan.FromSeconds(30);

    private readonly Production _production = new();
    private string _locksFile = "";

    public ValueTask DisposeAsync() => _production.DisposeAsync();

    [Fact]
    public async Task Survive_34_a_pipe_in_the_place_of_the_cache_is_not_waited_for_and_replaced()
    {
        if (OperatingSystem.IsWindows())
            return;
        var file = await CachedAsync();
        File.Delete(file);
        await MakePipeAsync(file);

        await using var config = await OpenAsync();

        AssertGood(config, 1);
        Assert.Null(_production.Server.LastCondition());
        _production.AssertOnDisk(1);
    }

    [Fact]
    public async Task Survive_34_a_directory_in_the_place_of_the_cache_counts_as_none()
    {
        var file = await CachedAsync();
        File.Delete(file);
        Directory.CreateDirectory(file);

        await using var config = await OpenAsync();

        AssertGood(config, 1);
        Assert.Null(_production.Server.LastCondition());
        Assert.Single(_production.Log.With("it is a directory"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Survive_34_a_pipe_in_the_place_of_the_locks_file_is_not_waited_for(bool isLinked)
    {
        if (OperatingSystem.IsWindows())
            return;
        await CachedAsync();
        var locks = _locksFile;
        await MakePipeAsync(isLinked ? locks + ".target" : locks);
        if (isLinked)
            File.CreateSymbolicLink(locks, locks + ".target");

        await using var config = await OpenAsync();

        Assert.Equal((1, locks), (Value(config), config.Status.LocksFile));
        Assert.Empty(config.Status.Locks);
    }

    [Fact]
    public async Task Survive_34_a_directory_in_the_place_of_the_locks_file_is_a_line_in_the_log()
    {
        await CachedAsync();
        Directory.CreateDirectory(_locksFile);

        await using var config = await OpenAsync();

        Assert.Equal(1, Value(config));
        Assert.Single(_production.Log.With("The locks file"));
    }

    // On a thread of its own, so that one that blocks fails the test instead of hanging it.
    private Task<SlowrollConfig> OpenAsync() => Task.Run(() => _production.OpenAsync()).WaitAsync(NotForEver);

    private async Task<string> CachedAsync()
    {
        await using var config = await _production.OpenAsync();
        _locksFile = config.Status.LocksFile!;
        return _production.CacheFile;
    }

    private static async Task MakePipeAsync(string path)
    {
        using var process = Process.Start("mkfifo", [path]);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
