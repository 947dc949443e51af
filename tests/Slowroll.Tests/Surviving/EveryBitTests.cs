using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Surviving;

/// <summary>A real cache file, damaged in every way that one fault can, and opened as every program opens it.</summary>
public sealed class EveryBitTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ScriptedSource _source = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Survive_34_a_cache_file_cut_at_any_byte_is_not_used_and_its_ETag_not_sent()
    {
        var (file, whole) = await CachedAsync();

        for (var length = 0; length < whole.Length; length++)
            await AssertNotUsedAsync(file, whole[..length], $"{length} of {whole.Length} bytes");
        await AssertUsedAsync(file, whole);
    }

    [Fact]
    public async Task Survive_34_a_cache_file_with_any_bit_of_its_first_kilobyte_turned_is_not_used_nor_its_ETag_sent()
    {
        var (file, whole) = await CachedAsync();

        for (var bit = 0; bit < 8 * 1024; bit++)
        {
            byte[] damaged = [.. whole];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            await AssertNotUsedAsync(file, damaged, $"bit {bit}");
        }

        await AssertUsedAsync(file, whole);
    }

    private async Task<(string File, byte[] Whole)> CachedAsync()
    {
        // Long enough that a kilobyte has something of everything: checksum, header and body.
        _source.Sends(Config(1) + new string(' ', 1000), "\"1\"");
        await using (await OpenAsync())
        {
        }

        _source.Fails("down");
        var file = Directory.GetFiles(_directory.Path).Single();
        return (file, await File.ReadAllBytesAsync(file));
    }

    private async Task AssertNotUsedAsync(string file, byte[] damaged, string damage)
    {
        var before = _source.Asked.Count;
        await File.WriteAllBytesAsync(file, damaged);
        await using var config = await OpenAsync();

        Assert.True(config.Status is { Origin: ConfigOrigin.None, ETag: null }, damage);
        Assert.Equal(-1, config.GetValue("s", "f", "key", -1));
        Assert.All(_source.Asked.Skip(before), Assert.Null);
    }

    // Else the damages above would prove nothing.
    private async Task AssertUsedAsync(string file, byte[] whole)
    {
        await File.WriteAllBytesAsync(file, whole);
        await using var config = await OpenAsync();
        Assert.Equal((ConfigOrigin.Cache, "\"1\""), (config.Status.Origin, config.Status.ETag));
    }

    private Task<SlowrollConfig> OpenAsync() => SlowrollConfig.OpenAsync(
        _source, "app",
        new SlowrollOptions { CacheDirectory = _directory.Path, PollInterval = Timeout.InfiniteTimeSpan });
}
