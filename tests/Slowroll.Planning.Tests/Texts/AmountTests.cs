using Slowroll.Planning.Texts;

namespace Slowroll.Planning.Tests.Texts;

public class AmountTests
{
    [Theory]
    [InlineData(0, "0 flags move")]
    [InlineData(1, "1 flag moves")]
    [InlineData(4_294_967_296, "4,294,967,296 flags move")]
    public void One_is_not_many(long count, string text) =>
        Assert.Equal(text, Amount.Of(count, "flag moves", "flags move"));
}
