using Slowroll.Planning.Page;

namespace Slowroll.Planning.Tests.Page;

public class StretchTests
{
    [Fact]
    public void Parts_that_touch_or_overlap_are_one() =>
        Assert.Equal([new(1, 9)], Stretch.Without([new(4, 9), new(1, 4), new(2, 3)], []));

    [Fact]
    public void What_others_cover_is_left_out() =>
        Assert.Equal([new(1, 3), new(5, 6)], Stretch.Without([new(1, 6)], [new(3, 5), new(6, 7)]));

    [Fact]
    public void What_others_cover_as_a_whole_is_nothing() =>
        Assert.Empty(Stretch.Without([new(2, 4)], [new(1, 5)]));
}
