using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace Slowroll.Tests.Hashing;

public class HashersTests
{
    [Theory]
    [InlineData("rig-pad40cd", 0u)]
    [InlineData("host-0rle0yu", int.MaxValue)]
    [InlineData("web-uj8502d", 1u << 31)]
    [InlineData("host-x63g02x", uint.MaxValue - 1)]
    [InlineData("web-vpdx1as", uint.MaxValue)]
    public void The_designs_worked_keys_lie_on_the_borders(string key, uint bucket) =>
        Assert.Equal(bucket, Hashers.Sha1(key));

    [Fact]
    public void A_salt_goes_before_the_key_with_a_colon_between() =>
        Assert.Equal(Hashers.Sha1("winter:web-1"), Hashers.Bucket(Hashers.Sha1, "winter", "web-1"));

    [Fact]
    public void A_salt_works_the_same_with_XxHash3_and_with_a_function_of_ones_own()
    {
        Func<string, uint> own = key => (uint)key.Length;

        Assert.Equal(Hashers.XxHash3("winter:web-1"), Hashers.Bucket(Hashers.XxHash3, "winter", "web-1"));
        Assert.Equal(12u, Hashers.Bucket(own, "winter", "web-1"));
    }

    [Fact]
    public void Survive_60_a_key_for_which_a_hasher_throws_has_the_last_position()
    {
        Func<string, uint> throwing = _ => throw new InvalidOperationException("not me");
        var flag = SlowrollConfig.FromJson(
            """{"s": {"f": {"stable": 0, "new": 1, "end_time": "2020-01-01 00:00Z", "duration": "1d", "end_pct": 50}}}"""u8
                .ToArray(),
            new SlowrollOptions { Hasher = throwing }).GetFlag("s", "f", -1);

        Assert.Equal(uint.MaxValue, Hashers.Bucket(throwing, null, "a"));
        Assert.Equal((0, 0), (flag.Evaluate("a"), flag.Evaluate(new HashKey("a", throwing))));
        Assert.Equal(0, flag.Explain("a").Value);
    }

    [Fact]
    public void XxHash3_is_the_low_half_of_the_published_function() =>
        Assert.Equal((uint)XxHash3.HashToUInt64("web-1"u8), Hashers.XxHash3("web-1"));

    [Fact]
    public void A_lone_surrogate_hashes_as_the_replacement_character() =>
        Assert.Equal(Hashers.Sha1("a\ufffdb"), Hashers.Sha1("a\ud800b"));

    [Fact]
    public void Composed_and_decomposed_letters_are_two_keys() =>
        Assert.NotEqual(Hashers.Sha1("é"), Hashers.Sha1("e\u0301"));

    [Fact]
    public void A_key_of_a_megabyte_is_hashed_whole()
    {
        var key = new string('x', 1 << 20);

#pragma warning disable CA5350 // Agreement with upstream, not secrecy.
        var digest = SHA1.HashData(Encoding.UTF8.GetBytes(key));
#pragma warning restore CA5350
        Assert.Equal(Convert.ToHexString(digest[^4..]), Hashers.Sha1(key).ToString("X8"));
    }
}
