using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Slowroll.Caching;

namespace Slowroll.Tests.Caching;

public sealed class CacheFileTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes($"[\"{new string('x', 2000)}\"]");

    private static readonly byte[] Whole =
        [.. CacheFile.Head(CacheFixture.Source, new CachedConfig(Body, "\"1\"", CacheFixture.FetchedAt)), .. Body];

    [Fact]
    public void The_format_is_what_its_version_says()
    {
        var source = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(CacheFixture.Source)));
        var expected = Sealed(
            $$"""{"source":"{{source}}","etag":"\u00221\u0022","fetchedAt":"2026-11-23T08:30:15.123+00:00","length":{{Body.Length}}}""",
            Body);

        Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(Whole));
    }

    [Fact]
    public void A_whole_file_gives_the_config_back()
    {
        var config = CacheFile.Parse(Whole, CacheFixture.Source, Body.Length, out _)!;

        Assert.Equal(Body, config.Utf8Json.ToArray());
    }

    [Fact]
    public void An_ETag_that_is_too_long_to_be_kept_is_none_and_the_config_is_there()
    {
        CachedConfig stored = new(Body, new string('e', 65_537), CacheFixture.FetchedAt);
        var config = Parse([.. CacheFile.Head(CacheFixture.Source, stored), .. Body])!;

        Assert.Null(config.ETag);
        Assert.Equal(Body, config.Utf8Json.ToArray());
    }

    [Fact]
    public void Survive_34_no_single_turned_bit_of_the_first_kilobyte_passes()
    {
        Assert.DoesNotContain(Enumerable.Range(0, 8 * 1024), bit =>
        {
            byte[] damaged = [.. Whole];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            return Parse(damaged) is not null;
        });
    }

    [Fact]
    public void Survive_34_no_cut_at_any_byte_passes()
    {
        Assert.DoesNotContain(Enumerable.Range(0, Whole.Length), length => Parse(Whole[..length]) is not null);
    }

    [Fact]
    public void Survive_34_no_missing_beginning_passes()
    {
        Assert.DoesNotContain(Enumerable.Range(1, Whole.Length), cut => Parse(Whole[cut..]) is not null);
    }

    [Fact]
    public void Survive_34_one_byte_more_does_not_pass()
    {
        Assert.Null(Parse([.. Whole, (byte)'\n']));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("10")]
    [InlineData("")]
    public void Survive_35_another_version_does_not_pass(string version)
    {
        Assert.Contains("another version", WhyNot(Sealed("{}", Body, version)), StringComparison.Ordinal);
    }

    [Fact]
    public void Survive_35_another_source_does_not_pass()
    {
        CacheFile.Parse(Whole, "https://config.test/other.json", Body.Length, out var whyNot);

        Assert.Contains("another source", whyNot, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Another_length_does_not_pass_even_with_the_right_checksum(int difference)
    {
        var source = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(CacheFixture.Source)));
        var file = Sealed(
            $$"""{"source":"{{source}}","etag":null,"fetchedAt":"2026-11-23T08:30:15Z","length":{{Body.Length + difference}}}""",
            Body);

        Assert.Contains("bytes of config instead of", WhyNot(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("""{"source":1,"length":"x"}""")]
    public void A_header_that_makes_no_sense_does_not_pass_even_with_the_right_checksum(string header)
    {
        Assert.NotNull(WhyNot(Sealed(header, Body)));
    }

    [Fact]
    public void A_config_longer_than_allowed_does_not_pass()
    {
        CacheFile.Parse(Whole, CacheFixture.Source, Body.Length - 1, out var whyNot);

        Assert.Contains("MaxConfigBytes", whyNot, StringComparison.Ordinal);
    }

    private static CachedConfig? Parse(byte[] file) =>
        CacheFile.Parse(file, CacheFixture.Source, Body.Length * 2, out _);

    private static string WhyNot(byte[] file)
    {
        Assert.Null(CacheFile.Parse(file, CacheFixture.Source, Body.Length * 2, out var whyNot));
        return whyNot!;
    }

    private static byte[] Sealed(string header, byte[] body, string version = "1")
    {
        byte[] rest = [.. Encoding.UTF8.GetBytes(header), (byte)'\n', .. body];
        var checksum =
            string.Concat(SHA256.HashData(rest).Select(each => each.ToString("x2", CultureInfo.InvariantCulture)));
        return [.. Encoding.UTF8.GetBytes($"slowroll cache {version} {checksum}\n"), .. rest];
    }
}
