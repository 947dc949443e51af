namespace Slowroll.AspNetCore.Tests.Showing;

/// <summary>What a hash key gets, as the running program says it.</summary>
public class HostJsonTests
{
    [Fact]
    public async Task It_has_side_value_reason_and_time()
    {
        await using var host = await PageHost.StartAsync(at: PageHost.At);

        var data = await host.GetJsonAsync("/slowroll/host?key=web-7.ap.example.com&flags=checkout");

        Assert.Equal(["hashKey", "at", "configs"], DataJsonTests.Names(data));
        var config = data.GetProperty("configs")[0];
        Assert.Equal(["name", "found", "page", "pages", "flags"], DataJsonTests.Names(config));
        var flag = Assert.Single(config.GetProperty("flags").EnumerateArray());
        Assert.Equal(
            ["name", "side", "value", "reason", "why", "newFrom", "newUntil", "position"], DataJsonTests.Names(flag));
        Assert.Equal(
            ("features.new_checkout", "new", "\"v2\"", "earlyAdopter", null),
            (DataJsonTests.Text(flag, "name"), DataJsonTests.Text(flag, "side"), DataJsonTests.Text(flag, "value"),
                DataJsonTests.Text(flag, "reason"), DataJsonTests.Text(flag, "newFrom")));
        Assert.StartsWith("2030-12-21T", DataJsonTests.Text(flag, "newUntil"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hasher_is_that_of_the_config()
    {
        await using var host = await PageHost.StartAsync(
            at: PageHost.At, options: its => its.Hasher = key => key == "last" ? uint.MaxValue : 0);

        foreach (var (key, side) in new[] { ("first", "new"), ("last", "stable") })
        {
            var data = await host.GetJsonAsync($"/slowroll/host?key={key}&flags=held");
            Assert.Equal(
                side, DataJsonTests.Text(data.GetProperty("configs")[0].GetProperty("flags")[0], "side"));
        }
    }
}
