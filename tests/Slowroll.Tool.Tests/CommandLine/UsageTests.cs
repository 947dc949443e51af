using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.CommandLine;

/// <summary>How the command may be called, and what it says when it is called otherwise.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("", "Say what to do")]
    [InlineData("push", "There is no 'push'")]
    [InlineData("pull", "Write: slowroll pull <url> <file>")]
    [InlineData("pull http://127.0.0.1/", "Write: slowroll pull <url> <file>")]
    [InlineData("pull http://127.0.0.1/ a b", "Write: slowroll pull <url> <file>")]
    [InlineData("pull config.json a", "Write it like https://")]
    [InlineData("pull ftp://127.0.0.1/ a", "Write it like https://")]
    [InlineData("pull http://127.0.0.1/ a --etag x", "has no option --etag; it has --etag-file, --timeout, --failure")]
    [InlineData("pull http://127.0.0.1/ a --failure info", "The --failure 'info' is neither error nor warning")]
    [InlineData("pull http://127.0.0.1/ a --etag-file", "--etag-file needs a value")]
    [InlineData("pull http://127.0.0.1/ a --timeout 1 --timeout 2", "takes --timeout once")]
    [InlineData("pull http://127.0.0.1/ a --timeout soon", "'soon' is no number of seconds")]
    [InlineData("pull http://127.0.0.1/ a --timeout 0", "'0' is no number of seconds")]
    [InlineData("pull http://127.0.0.1/ a --timeout 1e9", "'1e9' is no number of seconds")]
    [InlineData("check", "Write: slowroll check <config>")]
    [InlineData("check --schemas a.json",
        "has no option --schemas; it has --schema, --previous, --as-of, --strict, --error,")]
    [InlineData("check a.json b.json --previous c.json", "--previous goes with one config")]
    [InlineData("check a.json --previous c.json --previous d.json", "takes --previous once")]
    [InlineData("@gone.rsp", "There is no '@gone.rsp'")]
    public async Task Wrong_usage_is_reported_with_what_to_do(string arguments, string message)
    {
        var run = await Workspace.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((ExitCode.WrongUsage, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.EndsWith("'slowroll --help' prints more.", run.Error.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check gone.json", "'gone.json' can't be read")]
    [InlineData("check .", "'.' is a directory. Name the files in it")]
    [InlineData("check @scope/gone.json", "'@scope/gone.json' can't be read")]
    [InlineData("check -- @scope/gone.json", "'@scope/gone.json' can't be read")]
    [InlineData("check -- --help", "'--help' can't be read")]
    [InlineData("check /dev/zero", "'/dev/zero' is a device")]
    [InlineData("check http://127.0.0.1:1/", "http://127.0.0.1:1/ can't be connected")]
    public async Task What_can_not_be_read_is_reported_with_what_to_do(string arguments, string message)
    {
        var run = await Workspace.RunAsync(arguments.Split(' '));

        Assert.Equal((ExitCode.NotReadable, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"slowroll: {message}", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("A config that is checked is a file, and its path is empty.", "check", "")]
    [InlineData("A config that is checked is a file, and no path has a NUL character in it.", "check", "a\0b")]
    [InlineData("What --schema names is a file, and its path is empty.", "check", "a.json", "--schema", "")]
    [InlineData("--previous needs a value.", "check", "a.json", "--previous=")]
    [InlineData("The snapshot is a file, and no path has a NUL character in it.", "pull", "https://127.0.0.1/", "a\0b")]
    [InlineData("What --etag-file names is a file, and its path "
        + "is empty.", "pull", "https://127.0.0.1/", "a", "--etag-file", "")]
    public async Task A_text_that_is_no_path_is_reported(string message, params string[] arguments)
    {
        var run = await Workspace.RunAsync(arguments);

        Assert.Equal((ExitCode.WrongUsage, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"slowroll: {message}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_no_URL_is_not_shown_since_it_may_have_a_password()
    {
        var run = await Workspace.RunAsync("pull", "ada:secret@example.com", _workspace.Snapshot);

        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pull", "https://ada:s3/cret@example.com/c.json", "a")]
    [InlineData("pull", "htps://ada:s3cret@example.com/c.json?key=s3cret", "a")]
    [InlineData("pull", "--", "https://ada:s3cret@[::/", "a")]
    [InlineData("pull", "--", "https://127.0.0.1/", "https://ada:s3cret@example.com/c.json?key=s3cret")]
    [InlineData("pull", "https://ada:s3cret@example.com/c.json?key=s3cret")]
    [InlineData("pull", "https://127.0.0.1/", "a", "https://ada:s3cret@example.com/")]
    [InlineData("pull", "https://127.0.0.1/", "a", "--etag-file", "https://ada:s3cret@example.com/")]
    [InlineData("pull", "https://127.0.0.1/", "a", "--timeout", "https://ada:s3cret@example.com/")]
    [InlineData("pull", "https://127.0.0.1/", "a", "--failure", "ada:s3cret@example.com")]
    [InlineData("pull", "https://127.0.0.1/", "a", "--https://ada:s3cret@example.com/?key=s3cret")]
    [InlineData("https://ada:s3cret@example.com/c.json?key=s3cret", "a")]
    [InlineData("ada:s3cret@example.com")]
    [InlineData("@https://ada:s3cret@example.com/c.json")]
    [InlineData("@ada:s3cret@example.com")]
    [InlineData("check", "http://ada:s3cret@127.0.0.1:1/c.json?key=s3cret")]
    [InlineData("check", "ada:s3cret@example.com")]
    [InlineData("check", "a.json", "--schema", "https://ada:s3cret@example.com/c.json")]
    [InlineData("check", "a.json", "--previous", "http://ada:s3cret@127.0.0.1:1/c.json?key=s3cret")]
    [InlineData("check", "a.json", "--as-of", "https://ada:s3cret@example.com/c.json?key=s3cret")]
    public async Task Survive_29_no_argument_that_may_be_a_URL_is_shown_by_wrong_usage(params string[] arguments)
    {
        var run = await Workspace.RunAsync(arguments);

        Assert.Contains(run.ExitCode, new[] { ExitCode.WrongUsage, ExitCode.NotReadable });
        Assert.Equal("", run.Output);
        Assert.DoesNotContain("cret", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_names_every_command(params string[] arguments)
    {
        var run = await Workspace.RunAsync(arguments);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("  pull <url> <file>", run.Output, StringComparison.Ordinal);
        Assert.Contains("  check <config>", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_of_a_command_has_an_example()
    {
        var run = await Workspace.RunAsync("pull", "--help");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.EndsWith(
            "Example:\n  slowroll pull https://example.com/app_features.json app_features.json\n\n", run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_the_folder_with_a_page_for_each_rule()
    {
        var last = (await Workspace.RunAsync("--help")).Output.TrimEnd().Split('\n')[^1];

        Assert.True(File.Exists(Path.Combine(
            last[last.IndexOf(Path.DirectorySeparatorChar, StringComparison.Ordinal)..].TrimEnd(),
            "SLOW3001.md")), last);
    }

    [Fact]
    public async Task The_version_is_the_packages()
    {
        var run = await Workspace.RunAsync("--version");

        Assert.Matches(@"^\d+\.\d+\.\d+\S*$", run.Output.TrimEnd());
    }
}
