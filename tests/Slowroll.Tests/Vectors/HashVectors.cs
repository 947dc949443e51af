namespace Slowroll.Tests.Vectors;

public class HashVectors
{
    [Fact]
    public void Every_key_has_upstreams_bucket() => Vector.AllHold("hash.json", c =>
    {
        var key = c.GetProperty("key").GetString()!;
        var expected = c.GetProperty("bucket").GetUInt32();
        var actual = Hashers.Sha1(key);
        return actual == expected ? null : $"{key}: {actual}, upstream {expected}";
    });
}
