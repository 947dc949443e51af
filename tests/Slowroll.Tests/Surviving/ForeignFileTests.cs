using System.Runtime.Versioning;
using static Slowroll.Tests.Surviving.Production;

namespace Slowroll.Tests.Surviving;

/// <summary>Files of somebody else in the place of our own, above all where the process is root and may read
/// everything.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ForeignFileTests : IAsyncDisposable
{
    private const string Secret = "root:$6$secret:19000:0:99999:7:::";

    private readonly Production _production = new();

    public ValueTask DisposeAsync() => _production.DisposeAsync();

    [RootFact]
    public async Task Survive_37_the_cache_of_another_user_is_not_read_by_root()
    {
        Root.Give(await CachedAsync(), Root.Nobody);

        await using var config = await _production.OpenCutOffAsync();

        Assert.Equal((-1, ConfigOrigin.None), (Value(config), config.Status.Origin));
        Assert.Single(_production.Log.With("belongs to user 65534"));
    }

    [RootTheory]
    [InlineData("700", Root.Nobody)]
    [InlineData("1777", Root.Nobody)]
    [InlineData("770", 0)]
    [InlineData("707", 0)]
    [InlineData("777", 0)]
    public async Task Survive_37_in_a_directory_of_others_neither_cache_nor_locks_count_and_nothing_is_written(
        string mode, int owner)
    {
        var file = await CachedAsync();
        await File.WriteAllTextAsync(LocksFile, "s.f = new");
        Root.Give(_production.Directory, owner);
        Command.Run("chmod", mode, _production.Directory);

        await using (var config = await _production.OpenCutOffAsync())
        {
            Assert.Equal((-1, ConfigOrigin.None), (Value(config), config.Status.Origin));
            Assert.Empty(config.Status.Locks);
        }

        File.Delete(file);
        _production.Server.Answer = Good(2);
        await using var other = await _production.OpenAsync();
        Assert.Equal(2, Value(other));
        Assert.False(File.Exists(file));
        Assert.Equal(3,
            _production.Log.With("lies in the directory").Select(line => line.Split(' ')[2]).Distinct().Count());
        Assert.All(_production.Log.With("lies in the directory"), line => Assert.Matches("chown|chmod", line));
    }

    [RootTheory]
    [InlineData("1777")]
    [InlineData("755")]
    public async Task Survive_37_a_directory_of_our_own_counts_also_if_it_is_everybodys_and_sticky(string mode)
    {
        await CachedAsync();
        Command.Run("chmod", mode, _production.Directory);

        await using var config = await _production.OpenCutOffAsync();

        Assert.Equal((1, ConfigOrigin.Cache), (Value(config), config.Status.Origin));
    }

    [Fact]
    public async Task Survive_37_a_locks_file_that_is_a_link_does_not_count_and_prints_no_secret()
    {
        await CachedAsync();
        var secret = Path.Combine(_production.Directory, "secret");
        await File.WriteAllTextAsync(secret, $"{Secret}\ns.f = new\n");
        File.CreateSymbolicLink(LocksFile, secret);

        await using var config = await _production.OpenAsync();

        Assert.Empty(config.Status.Locks);
        Assert.Empty(_production.Log.With("secret:"));
        Assert.Single(_production.Log.With("it is a symbolic link"));
    }

    [Fact]
    public async Task Survive_37_a_locks_file_with_a_second_name_does_not_count()
    {
        await CachedAsync();
        await File.WriteAllTextAsync(LocksFile, "s.f = new");
        Command.Run("ln", LocksFile, LocksFile + ".second");

        await using var config = await _production.OpenAsync();

        Assert.Empty(config.Status.Locks);
        Assert.Single(_production.Log.With("more than one name"));
    }

    [RootFact]
    public async Task Survive_37_a_locks_file_of_another_user_does_not_count_wherever_it_lies()
    {
        await CachedAsync();
        var locks = Path.Combine(_production.Directory, "named");
        await File.WriteAllTextAsync(locks, $"s.f = new\n{Secret}");
        Root.Give(locks, Root.Nobody);
        var options = _production.Options();
        options.LocksFile = locks;

        await using var config = await SlowrollConfig.OpenAsync(_production.Server.Url, "app", options);

        Assert.Empty(config.Status.Locks);
        Assert.Empty(_production.Log.With("secret:"));
        Assert.Single(_production.Log.With("belongs to user 65534"));
    }

    [Theory]
    [InlineData("620")]
    [InlineData("602")]
    [InlineData("666")]
    public async Task Survive_37_a_locks_file_that_others_can_write_does_not_count(string mode)
    {
        await CachedAsync();
        await File.WriteAllTextAsync(LocksFile, "s.f = new");
        Command.Run("chmod", mode, LocksFile);

        await using var config = await _production.OpenAsync();

        Assert.Empty(config.Status.Locks);
        Assert.Single(_production.Log.With("can be written by other users"));
    }

    [Fact]
    public async Task Survive_37_what_is_no_lock_is_never_printed()
    {
        await CachedAsync();
        await File.WriteAllTextAsync(LocksFile, $"s.f = new; password=hunter2\n{Secret}\n");

        await using var config = await _production.OpenAsync();

        Assert.Single(config.Status.Locks);
        Assert.Empty(_production.Log.With("hunter2"));
        Assert.Empty(_production.Log.With("secret:"));
        Assert.Single(_production.Log.With("Entry 2 in line 1"));
        Assert.Single(_production.Log.With("Entry 1 in line 2"));
    }

    private string LocksFile { get; set; } = "";

    private async Task<string> CachedAsync()
    {
        await using var config = await _production.OpenAsync();
        LocksFile = config.Status.LocksFile!;
        return _production.CacheFile;
    }
}
