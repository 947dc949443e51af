using Slowroll.Tool.Tests.Pulling;

namespace Slowroll.Tool.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData("'slowroll pull' takes a URL and a file", "pull")]
    [InlineData("'slowroll pull' takes a URL and a file", "pull", "https://example.com/a.json")]
    [InlineData("'slowroll pull' takes a URL and a file", "pull", "https://example.com/a.json", "a.json", "--list", "list.txt")]
    [InlineData("The URL for 'a.json' is not an absolute one", "pull", "/a.json", "a.json")]
    [InlineData("The URL for 'a.json' is not an absolute one", "pull", "ftp://example.com/a.json", "a.json")]
    [InlineData("'--tags' is no option", "pull", "--tags", "a")]
    [InlineData("'--etags' needs a value", "pull", "https://example.com/a.json", "a.json", "--etags")]
    [InlineData("--timeout can't be '-1'", "pull", "https://example.com/a.json", "a.json", "--timeout", "-1")]
    [InlineData("--timeout can't be 'soon'", "pull", "https://example.com/a.json", "a.json", "--timeout", "soon")]
    [InlineData("The list can't be read", "pull", "--list", "nowhere/list.txt")]
    [InlineData("slowroll pull <url> <file>")]
    [InlineData("slowroll pull <url> <file>", "push")]
    public async Task A_command_that_can_not_be_understood_says_what_is_missing(string told, params string[] arguments)
    {
        var (exitCode, output, errors) = await Pull.RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains(told, errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public async Task A_line_of_a_list_that_can_not_be_understood_is_quoted()
    {
        File.WriteAllText(_directory["list.txt"], "a.json https://example.com/a.json\n");

        var (exitCode, _, errors) = await Pull.RunAsync("pull", "--list", _directory["list.txt"]);

        Assert.Equal(2, exitCode);
        Assert.Contains("'a.json https://example.com/a.json'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_what_it_can_do() => Assert.Contains("slowroll pull --list <list>", (await Pull.RunAsync("--help")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task It_says_its_version() => Assert.Matches(@"^\d+\.\d+\.\d+", (await Pull.RunAsync("--version")).Output);

    public void Dispose() => _directory.Dispose();
}
