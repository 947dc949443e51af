namespace Slowroll.FeatureManagement.Tests;

public class SlowrollFeaturesTests
{
    [Fact]
    public void A_feature_is_given_once()
    {
        SlowrollFeatures features = new();
        features.Add("NewCheckout", ShopFlags.Keys.NewCheckout);

        var exception = Assert.Throws<ArgumentException>(() => features.Add("newcheckout", ShopFlags.Keys.Theme));

        Assert.Contains("'newcheckout' was given before", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void A_feature_has_a_name(string? name) =>
        Assert.ThrowsAny<ArgumentException>(() => new SlowrollFeatures().Add(name!, ShopFlags.Keys.Theme));
}
