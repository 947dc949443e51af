using Slowroll.Caching;

namespace Slowroll.Tests.Caching;

public sealed class DiskCacheTests : IDisposable
{
    private readonly CacheFixture _caches = new();

    public void Dispose() => _caches.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("\ufeff{ \"\u00fc\": 1 }\r\n")]
    public void What_was_kept_is_read_as_it_was(string json)
    {
        var cache = _caches.Open();

        cache.Keep(json);

        Assert.Equal(json, cache.Text());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\"1\"")]
    [InlineData("W/\"1\"")]
    [InlineData("un\"quoted\\ \n \t\u00ff")]
    [InlineData("Last-Modified: Wed, 21 Oct 2015 07:28:00 GMT")]
    public void The_ETag_is_kept_with_it_as_it_was(string? etag)
    {
        var cache = _caches.Open();

        cache.Keep("{}", etag);

        Assert.Equal(etag, cache.Read(out _)!.ETag);
    }

    [Fact]
    public void Survive_41_a_time_is_kept_even_if_it_lies_in_the_future()
    {
        var cache = _caches.Open();

        cache.Write("{}"u8.ToArray(), null, DateTimeOffset.MaxValue);

        Assert.Equal(DateTimeOffset.MaxValue, cache.Read(out _)!.FetchedAt);
    }

    [Fact]
    public void No_file_is_no_config_and_nothing_to_say()
    {
        Assert.Null(_caches.Open().WhyNot());
    }

    [Fact]
    public void A_second_process_reads_what_the_first_has_kept()
    {
        _caches.Open().Keep("{}");

        Assert.Equal("{}", _caches.Open().Text());
    }

    [Fact]
    public void The_newer_config_replaces_the_older()
    {
        var cache = _caches.Open();

        cache.Keep("""{"old":{}}""", "\"old\"");
        cache.Keep("{}");

        Assert.Equal(("{}", null), (cache.Text(), cache.Read(out _)!.ETag));
    }

    [Fact]
    public void Survive_35_a_cache_of_another_source_is_not_read()
    {
        var other = _caches.Open(source: "https://config.test/other.json");
        _caches.Open().Keep("{}");

        Assert.Null(other.WhyNot());
        File.Move(_caches.Open().Path, other.Path);
        Assert.Contains("another source", other.WhyNot(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("slowroll cache 1 ")]
    [InlineData("<html>")]
    public void Survive_34_a_corrupt_file_is_not_read_and_named(string content)
    {
        var cache = _caches.Open();
        cache.Keep("{}");
        File.WriteAllText(cache.Path, content);

        Assert.Contains(cache.Path, cache.WhyNot(), StringComparison.Ordinal);
    }

    [Fact]
    public void Survive_34_a_corrupt_file_is_replaced()
    {
        var cache = _caches.Open();
        cache.Keep("{}");
        File.WriteAllText(cache.Path, "corrupt");

        cache.Keep("{ }");

        Assert.Equal("{ }", cache.Text());
    }

    [Fact]
    public void A_cache_longer_than_allowed_is_not_read()
    {
        _caches.Open().Keep("{     }");

        Assert.Contains("MaxConfigBytes", _caches.Open(maxConfigBytes: 6).WhyNot(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cache_much_longer_than_allowed_is_not_even_loaded()
    {
        var cache = _caches.Open(maxConfigBytes: 6);
        cache.Keep("{}");
        using (var file = new FileStream(cache.Path, FileMode.Open))
            file.SetLength(1L << 40);

        Assert.Contains("MaxConfigBytes", cache.WhyNot(), StringComparison.Ordinal);
    }

    [Fact]
    public void Survive_40_names_that_differ_in_case_only_are_two_caches()
    {
        _caches.Open("app").Keep("{}");

        Assert.Null(_caches.Open("APP").Text());
    }

    [Fact]
    public void There_is_no_cache_where_none_is_wanted()
    {
        Assert.Null(DiskCache.Open("app", CacheFixture.Source, new() { UseDiskCache = false }, out _));
    }

    [Fact]
    public void A_name_that_is_empty_is_refused()
    {
        Assert.Throws<ArgumentException>(() => _caches.Open(""));
    }
}
