using Slowroll.Locking;

namespace Slowroll.Tests.Locking;

public class LockTextTests
{
    [Theory]
    [InlineData("features.a=new")]
    [InlineData("  features.a = NEW ;")]
    [InlineData("features.a=stable;features.a=new")]
    [InlineData("# what for\nfeatures.a=new # remark; features.b=new")]
    [InlineData("\r\nfeatures.a=new\r\n")]
    public void A_lock_is_read_as_people_write_it(string text)
    {
        var locks = LockText.Parse(text, out var faults);

        Assert.Equal(new KeyValuePair<string, Side>("features.a", Side.New), Assert.Single(locks));
        Assert.Empty(faults);
    }

    [Fact]
    public void A_key_may_hold_dots_and_equals_signs() =>
        Assert.Equal(Side.Stable, LockText.Parse("my.section.a=b=stable", out _)["my.section.a=b"]);

    [Theory]
    [InlineData("features.a")]
    [InlineData("features.a=maybe")]
    [InlineData("a=new")]
    [InlineData("=new")]
    [InlineData("features.a=new,features.c=new")]
    public void What_is_no_lock_is_named_and_takes_no_other_down(string text)
    {
        var locks = LockText.Parse(text + ";features.b=new", out var faults);

        Assert.Equal(["features.b"], locks.Keys);
        Assert.Contains($"'{text}' is no lock", Assert.Single(faults), StringComparison.Ordinal);
    }
}
