using Slowroll.Tests.Caching;

namespace Slowroll.Tests.Surviving;

public sealed class DiskCachePermissionTests : IDisposable
{
    private const UnixFileMode Mode600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly CacheFixture _caches = new();

    public void Dispose() => _caches.Dispose();

    [Fact]
    public void Survive_38_the_file_is_its_owners_only()
    {
        if (OperatingSystem.IsWindows())
            return;
        var cache = _caches.Open();

        cache.Keep("{}");

        Assert.Equal(Mode600, File.GetUnixFileMode(cache.Path));
    }

    [Fact]
    public void Survive_38_a_directory_that_we_create_is_its_owners_only()
    {
        if (OperatingSystem.IsWindows())
            return;

        _caches.Open().Keep("{}");

        Assert.Equal(Mode600 | UnixFileMode.UserExecute, File.GetUnixFileMode(_caches.Directory));
    }

    [Theory]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void Survive_37_a_file_that_others_can_open_is_not_read(UnixFileMode others)
    {
        if (OperatingSystem.IsWindows())
            return;
        var cache = _caches.Open();
        cache.Keep("{}");
        File.SetUnixFileMode(cache.Path, Mode600 | others);

        Assert.Contains("other users", cache.WhyNot(), StringComparison.Ordinal);
    }

    [Fact]
    public void Survive_37_a_link_in_the_place_of_the_file_is_not_read()
    {
        var cache = _caches.Open();
        cache.Keep("{}");
        File.Move(cache.Path, cache.Path + ".moved");
        File.CreateSymbolicLink(cache.Path, cache.Path + ".moved");

        Assert.Contains("symbolic link", cache.WhyNot(), StringComparison.Ordinal);
    }

    [Fact]
    public void Survive_37_a_link_in_the_place_of_the_file_is_replaced_and_its_target_untouched()
    {
        var cache = _caches.Open();
        Directory.CreateDirectory(_caches.Directory);
        var target = cache.Path + ".target";
        File.WriteAllText(target, "untouched");
        File.CreateSymbolicLink(cache.Path, target);

        cache.Keep("{}");

        Assert.Equal(("{}", "untouched"), (cache.Text(), File.ReadAllText(target)));
    }
}
