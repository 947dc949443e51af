using System.Security.Cryptography;
using Slowroll.Caching;

namespace Slowroll.Tests.Caching;

public class Sha256Tests
{
    [Fact]
    public void Any_length_has_the_hash_that_the_platform_computes()
    {
        var data = new byte[70_000];
        new Random(7).NextBytes(data);
        int[] lengths = [.. Enumerable.Range(0, 300), 65_535, 65_536, 65_537, 70_000];

        Assert.All(lengths, length =>
            Assert.Equal(Convert.ToHexString(SHA256.HashData(data.AsSpan(0, length))),
                Sha256.Hex(data.AsSpan(0, length))));
    }
}
