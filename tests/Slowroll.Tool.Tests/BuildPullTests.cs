using Slowroll.Pulling;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Pulling;

namespace Slowroll.Tool.Tests;

public class BuildPullTests
{
    private readonly Dictionary<string, string> _variables = new()
    {
        ["SLOWROLL_PULL_URL"] = "https://example.com/a%20b;c?d=e&f='g'",
        ["SLOWROLL_PULL_FILE"] = "it's 100% mine & yours; $HOME.json",
        ["SLOWROLL_PULL_ETAG_FILE"] = "--etag",
        ["SLOWROLL_PULL_TIMEOUT"] = "",
    };

    [Fact]
    public void Every_value_arrives_as_it_is() => Assert.Equal(
        new PullArguments(_variables["SLOWROLL_PULL_URL"], _variables["SLOWROLL_PULL_FILE"], "--etag", ""),
        BuildPull.Read(_variables.GetValueOrDefault));

    [Fact]
    public void A_time_limit_is_handed_on_where_there_is_one()
    {
        _variables["SLOWROLL_PULL_TIMEOUT"] = "7";

        Assert.Equal("7", BuildPull.Read(_variables.GetValueOrDefault).Timeout);
    }

    [Theory]
    [InlineData("SLOWROLL_PULL_URL")]
    [InlineData("SLOWROLL_PULL_FILE")]
    [InlineData("SLOWROLL_PULL_ETAG_FILE")]
    public void A_variable_that_is_missing_is_named(string name)
    {
        _variables.Remove(name);

        Assert.Contains(
            name,
            Assert.Throws<UsageException>(() => BuildPull.Read(_variables.GetValueOrDefault)).Message,
            StringComparison.Ordinal);
    }
}
