using Slowroll.Generators.Tests.Compiling;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Tests.Editing;

namespace Slowroll.Tool.Tests.Surviving;

/// <summary>What a config says is quoted in what an edit prints, and never becomes a line of its own.</summary>
public sealed class HostileEditTests : IDisposable
{
    private readonly EditWorkspace _workspace = new();

    public static TheoryData<string> Names => HostileFiles.Names;

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_config_is_edited_or_refused_in_lines_that_can_be_printed(string name)
    {
        var hostile = HostileFiles.Texts[name];
        foreach (var text in HostileFiles.Configs(hostile))
        {
            _workspace.Write(text);
            AssertPrintable(await EditWorkspace.RunAsync("freeze", _workspace.Config, "--reason", hostile));
            AssertPrintable(await EditWorkspace.RunAsync("finish", "s.on", _workspace.Config, "--value", "stable"));
        }

        AssertPrintable(await EditWorkspace.RunAsync("hold", hostile, _workspace.Config));
    }

    private static void AssertPrintable(Run run)
    {
        Assert.True(Enum.IsDefined(run.ExitCode));
        Assert.Equal(run.ExitCode == ExitCode.Success, run.Error.Length == 0);
        Assert.All(
            (run.Output + run.Error).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries),
            line => HostileFiles.AssertPrintable(line, besides: 200));
    }
}
