using System.Text;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Editing.Configs;

namespace Slowroll.Tool.Tests.Editing.Configs;

/// <summary>The file that is edited.</summary>
public sealed class ConfigFileTests : IDisposable
{
    private readonly EditWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_byte_order_mark_and_every_other_byte_stay()
    {
        const string Before = "\uFEFF{\r\n\t// é 😀\r\n\t\"features\": "
            + "{ \"x\": { \"stable\": \"\\u00e9é\", \"new\": 2.50e0 }, }\t\r\n}\r\n\r\n";
        await File.WriteAllBytesAsync(_workspace.Config, Encoding.UTF8.GetBytes(Before));

        var run = await _workspace.EditAsync("start", "--over", "1d", "--at", "2030-04-01");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            Before.Replace(
                " }, }", ", \"start_time\": \"2030-04-01 00:00Z\", \"duration\": \"1d\" }, }",
                StringComparison.Ordinal),
            Encoding.UTF8.GetString(await File.ReadAllBytesAsync(_workspace.Config)));
    }

    [Fact]
    public void What_somebody_else_has_written_meanwhile_is_not_overwritten()
    {
        _workspace.Flag(EditWorkspace.Ramp);
        var config = ConfigFile.Read(_workspace.Config);
        var after = config.With("""{ "mine": {} }""");
        _workspace.Write("""{ "theirs": {} }""");

        var thrown = Assert.Throws<NotReadableException>(() => config.Replace(after));

        Assert.Contains("somebody else has changed it meanwhile", thrown.Message, StringComparison.Ordinal);
        Assert.Equal("""{ "theirs": {} }""", _workspace.Text);
        File.Delete(_workspace.Config);
        Assert.Throws<NotReadableException>(() => config.Replace(after));
        Assert.Empty(_workspace.Files);
    }

    [Fact]
    public async Task Of_many_edits_at_once_each_is_there_or_says_that_it_is_not()
    {
        const int Flags = 8;
        var rollout = EditWorkspace.Ramp;
        var flags = Enumerable.Range(0, Flags).Select(flag => $"\"f{flag}\": {rollout}");
        _workspace.Write($"{{ \"s\": {{ {string.Join(", ", flags)} }} }}");

        var runs = await Task.WhenAll(Enumerable.Range(0, Flags).Select(flag => Task.Run(
            () => EditWorkspace.RunAsync("rollback", $"s.f{flag}", _workspace.Config))));

        for (var flag = 0; flag < Flags; flag++)
        {
            Assert.Equal(
                runs[flag].ExitCode == ExitCode.Success,
                _workspace.Text.Contains($"\"f{flag}\": {rollout[..^2]}, \"rollback\"", StringComparison.Ordinal));
        }

        Assert.Contains(runs, run => run.ExitCode == ExitCode.Success);
        Assert.Equal(["app.json"], _workspace.Files);
    }

    [Fact]
    public async Task The_target_of_a_link_is_edited_and_the_link_stays()
    {
        _workspace.Flag(EditWorkspace.Ramp);
        File.CreateSymbolicLink(_workspace["link.json"], "app.json");

        var run = await EditWorkspace.RunAsync("rollback", "features.x", _workspace["link.json"]);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal("app.json", new FileInfo(_workspace["link.json"]).LinkTarget);
        Assert.Contains("rollback", _workspace.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_file_stays_as_it_is()
    {
        _workspace.Flag(EditWorkspace.Ramp);
        var before = _workspace.Text;
        File.SetAttributes(_workspace.Config, FileAttributes.ReadOnly);

        var run = await _workspace.EditAsync("rollback");

        File.SetAttributes(_workspace.Config, FileAttributes.Normal);
        Assert.Equal((ExitCode.NotReadable, "", before), (run.ExitCode, run.Output, _workspace.Text));
        Assert.Contains("was not changed: the file is read-only.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no such file.json", ExitCode.NotReadable, "There is no file '")]
    [InlineData(".", ExitCode.NotReadable, "' is a directory. Name the file of a config.")]
    [InlineData("app.json/", ExitCode.NotReadable, "")]
    [InlineData("/dev/null", ExitCode.NotReadable, "'/dev/null' is a device. Name the file of a config.")]
    public async Task What_is_no_file_is_not_edited(string path, object exitCode, string why)
    {
        _workspace.Flag(EditWorkspace.Ramp);

        var run = await EditWorkspace.RunAsync("rollback", "features.x", path[0] == '/' ? path : _workspace[path]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-", "give the path of the file")]
    [InlineData("https://ada:s3cret@example.com/app.json", "was given as a URL, which isn't shown")]
    [InlineData("", "its path is empty")]
    public async Task What_has_no_file_is_wrong_usage(string given, string why)
    {
        var run = await EditWorkspace.RunAsync("freeze", given);

        Assert.Equal((ExitCode.WrongUsage, ""), (run.ExitCode, run.Output));
        Assert.Contains(why, run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("s3cret", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_writes_nothing()
    {
        var before = _workspace.Flag(EditWorkspace.Ramp).Text;

        var run = await _workspace.EditAsync("rollback", "--at", "2030-03-06", "--dry-run");

        Assert.Equal((ExitCode.Success, before), (run.ExitCode, _workspace.Text));
        Assert.StartsWith(
            $"{_workspace.Config}: features.x: would add 'rollback' (line 1). Nothing was written (--dry-run).",
            run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_not_edited()
    {
        byte[] before = [.. "{ \"caf"u8, 0xE9, .. "\": {} }"u8];
        await File.WriteAllBytesAsync(_workspace.Config, before);

        var run = await EditWorkspace.RunAsync("freeze", _workspace.Config);

        Assert.Equal(ExitCode.NotReadable, run.ExitCode);
        Assert.Contains("(1,7): the config can't be edited", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_workspace.Config));
    }

    [Fact]
    public async Task A_field_that_is_there_too_often_is_left_to_people() => Assert.StartsWith(
        "features.x has 'duration' more than 20 times.",
        await _workspace.Flag(
            $"{{ \"stable\": 1, \"new\": 2{string.Concat(Enumerable.Repeat(", \"duration\": \"1d\"", 2000))} }}")
            .RefusalAsync("finish", "--value", "new"),
        StringComparison.Ordinal);
}
