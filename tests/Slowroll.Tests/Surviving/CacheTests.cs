using Slowroll.Tests.Servers;
using static Slowroll.Tests.Surviving.Production;

namespace Slowroll.Tests.Surviving;

/// <summary>Cases 30 to 42: what can happen to the config on disk, and what the live config makes of it.</summary>
public sealed class CacheTests : IAsyncDisposable
{
    private readonly Production _production = new();

    public ValueTask DisposeAsync() => _production.DisposeAsync();

    [Fact]
    public async Task Survive_31_a_disk_that_cannot_be_written_is_a_line_in_the_log()
    {
        await File.WriteAllTextAsync(_production.Directory, "a file in the directory's place");

        await using var config = await _production.OpenAsync();

        AssertGood(config, 1);
        Assert.Single(_production.Log.With("SlowrollOptions.CacheDirectory"));
    }

    [Fact]
    public async Task Survive_32_a_config_that_could_not_be_kept_is_tried_again_at_the_next_304()
    {
        await File.WriteAllTextAsync(_production.Directory, "a file in the directory's place");
        await using var config = await _production.OpenAsync();
        _production.Server.Answer = "HTTP/1.1 304 Not Modified\r\n\r\n";
        await config.RefreshAsync();
        Assert.Single(_production.Log.With("can't be kept"));

        File.Delete(_production.Directory);
        await config.RefreshAsync();
        await config.RefreshAsync();

        _production.AssertOnDisk(1);
        Assert.Single(_production.Log.With("is kept on disk again"));
    }

    [Fact]
    public async Task A_config_that_stays_the_same_is_written_down_again_every_hour_at_most()
    {
        await using var config = await _production.OpenAsync();
        File.Delete(_production.CacheFile);

        _production.Time.Advance(TimeSpan.FromMinutes(59));
        await config.RefreshAsync();
        Assert.Empty(Directory.GetFiles(_production.Directory));

        _production.Time.Advance(TimeSpan.FromMinutes(1));
        await config.RefreshAsync();
        _production.AssertOnDisk(1);
    }

    [Fact]
    public async Task Survive_33_what_a_killed_process_has_left_in_mid_write_is_neither_read_nor_in_the_way()
    {
        await using (await _production.OpenAsync())
        {
        }

        var whole = await File.ReadAllBytesAsync(_production.CacheFile);
        await File.WriteAllBytesAsync($"{_production.CacheFile}.killed.tmp", whole[..^10]);

        await using var config = await _production.OpenCutOffAsync();

        Assert.Equal((1, ConfigOrigin.Cache, "\"1\""), StateOf(config));
    }

    public static TheoryData<string, byte[]> Damages => new()
    {
        { "empty", [] },
        { "something else", "<html></html>"u8.ToArray() },
        { "zeros, as after a power cut", new byte[500] },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Survive_34_with_a_corrupt_cache_goes_its_ETag(string name, byte[] damage)
    {
        Assert.NotEmpty(name);
        await using (await _production.OpenAsync())
        {
        }

        var file = _production.CacheFile;
        await File.WriteAllBytesAsync(file, damage);
        await using var config = await _production.OpenAsync();

        Assert.Null(_production.Server.LastCondition());
        AssertGood(config, 1);
        _production.AssertOnDisk(1);
        Assert.Single(_production.Log.With($"The cached config {file} isn't used"));
    }

    [Fact]
    public async Task Survive_34_a_cache_that_is_whole_but_no_config_is_not_used()
    {
        var options = _production.Options();
        var cache = Slowroll.Caching.DiskCache.Open("app", _production.Server.Url.AbsoluteUri, options, out _)!;
        cache.Write("[]"u8.ToArray(), "\"bad\"", _production.Time.GetUtcNow());

        await using var config = await _production.OpenAsync();

        Assert.Null(_production.Server.LastCondition());
        AssertGood(config, 1);
    }

    [Theory]
    [InlineData("other.json")]
    [InlineData("config.json?environment=staging")]
    public async Task Survive_35_the_cache_of_another_URL_is_not_used(string other)
    {
        await using (await _production.OpenAsync())
        {
        }

        _production.Server.Answer = RawAnswer.Of("500 Error", "", "");
        await using var config = await _production.OpenAsync(new(_production.Server.Url, other));

        Assert.Equal((-1, ConfigOrigin.None, null), StateOf(config));
        Assert.Null(_production.Server.LastCondition());
    }

    [Fact]
    public async Task Survive_35_the_cache_of_another_format_version_is_not_used()
    {
        await using (await _production.OpenAsync())
        {
        }

        var bytes = await File.ReadAllBytesAsync(_production.CacheFile);
        bytes["slowroll cache ".Length] = (byte)'2';
        await File.WriteAllBytesAsync(_production.CacheFile, bytes);
        await using var config = await _production.OpenAsync();

        Assert.Null(_production.Server.LastCondition());
        AssertGood(config, 1);
        Assert.Single(_production.Log.With("in another version of the format"));
    }

    [Fact]
    public async Task Survive_39_without_a_directory_for_caches_the_config_lives_on_without_one()
    {
        var options = _production.Options();
        options.CacheDirectory = "no\0path";

        await using var config = await SlowrollConfig.OpenAsync(_production.Server.Url, "app", options);

        AssertGood(config, 1);
        Assert.Single(_production.Log.With("There is no disk cache."));
    }

    [Fact]
    public async Task Survive_41_a_time_in_the_future_counts_as_now()
    {
        await using var production =
            new Production { MaxCacheAge = TimeSpan.FromHours(1), MaxStaleness = TimeSpan.FromHours(1) };
        await using (await production.OpenAsync())
        {
        }

        var now = production.Time.GetUtcNow().AddYears(-1);
        production.Time.AdjustTime(now);
        await using var config = await production.OpenCutOffAsync();

        Assert.Equal((1, ConfigOrigin.Cache, "\"1\""), StateOf(config));
        Assert.Equal((now, TimeSpan.Zero), (config.Status.ConfirmedAt, config.Status.Age));
        production.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(now.AddHours(1), config.Status.RampsStoppedAt);
    }

    [Theory]
    [InlineData(60, ConfigOrigin.Cache)]
    [InlineData(61, ConfigOrigin.None)]
    public async Task Survive_42_a_cached_config_is_used_up_to_its_greatest_age(int minutes, ConfigOrigin origin)
    {
        await using var production = new Production { MaxCacheAge = TimeSpan.FromHours(1) };
        await using (await production.OpenAsync())
        {
        }

        production.Time.Advance(TimeSpan.FromMinutes(minutes));
        await using var config = await production.OpenCutOffAsync();

        Assert.Equal(origin, config.Status.Origin);
        Assert.Equal(origin == ConfigOrigin.None ? 1 : 0, production.Log.With("SlowrollOptions.MaxCacheAge").Count);
    }

    [Fact]
    public async Task Survive_42_the_ETag_of_a_cached_config_that_is_too_old_is_not_sent()
    {
        await using var production = new Production { MaxCacheAge = TimeSpan.FromHours(1) };
        await using (await production.OpenAsync())
        {
        }

        production.Time.Advance(TimeSpan.FromHours(2));
        await using var config = await production.OpenAsync();

        Assert.Null(production.Server.LastCondition());
        AssertGood(config, 1);
    }

    [Fact]
    public async Task Survive_42_a_config_that_is_confirmed_again_and_again_does_not_grow_old()
    {
        await using var production = new Production { MaxCacheAge = TimeSpan.FromHours(1) };
        await using (var confirmed = await production.OpenAsync())
        {
            production.Server.Answer = "HTTP/1.1 304 Not Modified\r\n\r\n";
            for (var i = 0; i < 119; i++)
            {
                production.Time.Advance(TimeSpan.FromMinutes(1));
                Assert.Equal(RefreshOutcome.Unchanged, await confirmed.RefreshAsync());
            }
        }

        production.Time.Advance(TimeSpan.FromMinutes(40));
        await using var config = await production.OpenCutOffAsync();

        Assert.Equal((1, ConfigOrigin.Cache, "\"1\""), StateOf(config));
    }

    private static (int Value, ConfigOrigin Origin, string? ETag) StateOf(SlowrollConfig config) =>
        (Value(config), config.Status.Origin, config.Status.ETag);
}
