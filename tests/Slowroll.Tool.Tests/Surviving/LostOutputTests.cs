namespace Slowroll.Tool.Tests.Surviving;

/// <summary>A full disk, a closed output, a reader that has ended.</summary>
public sealed class LostOutputTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public LostOutputTests() => _workspace.Write("bad.json", "{");

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("slowroll check bad.json > /dev/full", 3,
        "slowroll: The output can't be written (No space left on device).")]
    [InlineData("slowroll check bad.json >&-", 3, "slowroll: The output can't be written (Bad file descriptor).")]
    [InlineData("slowroll --help > /dev/full", 3, "slowroll: The output can't be written (No space left on device).")]
    [InlineData("slowroll --help >&-", 3, "slowroll: The output can't be written (Bad file descriptor).")]
    [InlineData("slowroll --version >&- 2>&-", 3, "")]
    [InlineData("slowroll check bad.json > /dev/full 2> /dev/full", 3, "")]
    [InlineData("slowroll nonsense 2>&-", 2, "")]
    [InlineData("slowroll nonsense 2> /dev/full", 2, "")]
    [InlineData("slowroll pull http://127.0.0.1:1/ a.json 2> /dev/full", 3, "")]
    [InlineData("mkdir gone && cd gone && rmdir ../gone && slowroll check bad.json", 3, "slowroll: ")]
    [InlineData("slowroll check bad.json <&- | true; exit ${PIPESTATUS[0]}", 1, "")]
    public async Task The_command_ends_with_its_exit_code_and_one_sentence(string line, int exitCode, string error)
    {
        if (OperatingSystem.IsWindows() || !File.Exists("/dev/full"))
            return;

        var run = await ToolProcess.RunAsync(line, _workspace[""]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(error, run.Error, StringComparison.Ordinal);
        Assert.InRange(run.Error.Split('\n').Length, 1, error.Length == 0 ? 1 : 2);
    }
}
