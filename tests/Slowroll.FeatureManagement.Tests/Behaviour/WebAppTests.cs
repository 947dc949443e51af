namespace Slowroll.FeatureManagement.Tests.Behaviour;

public class WebAppTests
{
    [Theory]
    [InlineData("/gated?user=ada", 200)]
    [InlineData("/gated?user=bob", 404)]
    [InlineData("/gated", 404)]
    [InlineData("/minimal?user=ada", 200)]
    [InlineData("/minimal?user=bob", 404)]
    public async Task A_gate_lets_those_in_who_have_the_flag(string path, int status)
    {
        await using var shop = await Shop.StartAsync();

        Assert.Equal(status, (await shop.GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("ada", "new checkout new theme legacy")]
    [InlineData("bob", "old checkout old theme legacy")]
    public async Task The_tag_helper_shows_what_the_flags_say_and_other_features_as_before(string user, string shown)
    {
        await using var shop = await Shop.StartAsync();

        Assert.Equal((200, shown), await shop.GetAsync($"/page?user={user}"));
    }

    [Fact]
    public async Task A_flag_does_not_switch_within_a_request()
    {
        var json = Shop.Config;
        await using var shop = await Shop.StartAsync(() => json);
        json = "{}";

        Assert.Equal("True True", (await shop.GetAsync("/twice?user=ada")).Text);
        Assert.Equal("False False", (await shop.GetAsync("/twice?user=ada")).Text);
    }
}
