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
    [InlineData("root:$6$salt$hash:19000:0:99999:7:::")]
    public void What_is_no_lock_is_told_by_its_place_and_takes_no_other_down(string text)
    {
        var locks = LockText.Parse($"# locks\nfeatures.d=new;{text};features.b=new", out var faults);

        Assert.Equal(["features.d", "features.b"], locks.Keys);
        Assert.StartsWith("Entry 2 in line 2 is no lock.", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("features.a=hunter2")]
    [InlineData("hunter2")]
    [InlineData("hunter2=new")]
    [InlineData("x\u2028hunter2.y")]
    public void What_is_no_lock_is_never_printed(string text)
    {
        LockText.Parse(text, out var faults);

        Assert.DoesNotContain("hunter2", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_has_nothing_to_do_with_locks_is_told_in_a_few_sentences()
    {
        LockText.Parse(string.Join('\n', Enumerable.Range(0, 1000)), out var faults);

        Assert.Equal("990 more entries are no locks.", faults[10]);
        Assert.Equal(11, faults.Count);
    }
}
