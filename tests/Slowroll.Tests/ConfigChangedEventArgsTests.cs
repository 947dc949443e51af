using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests;

public class ConfigChangedEventArgsTests
{
    private readonly ScriptedSource _source = new();

    [Fact]
    public async Task A_change_names_what_was_added_removed_and_changed()
    {
        _source.Sends(
            """{"s": {"same": {"stable": 1}, "spaced": {"stable": 1}, "other": {"stable": 1}, "gone": {"stable": 1}}}""");
        await using var config = await OpenAsync();
        ConfigChangedEventArgs? change = null;
        config.Changed += (_, e) => change = e;

        _source.Sends(
            """{"s": {"same": {"stable": 1}, "spaced": { "stable" : 1, /* as it was */ }, "other": {"stable": 2}}, "t": {"come": {}}}""");
        await config.RefreshAsync();

        Assert.Equal([new FlagName("t", "come")], change!.Added);
        Assert.Equal([new FlagName("s", "gone")], change.Removed);
        Assert.Equal([new FlagName("s", "other")], change.Changed);
    }

    [Fact]
    public async Task A_flag_tells_of_its_own_changes_only()
    {
        _source.Sends("""{"s": {"f": {"stable": 1}, "g": {"stable": 1}}}""");
        await using var config = await OpenAsync();
        var heard = new List<string>();
        config.GetFlag("s", "f", -1).Changed += (_, _) => throw new InvalidOperationException("a bug");
        config.GetFlag("s", "f", -1).Changed += (sender, _) => heard.Add($"f of {ReferenceEquals(sender, config)}");
        config.GetFlag("s", "g", -1).Changed += (_, _) => heard.Add("g");

        _source.Sends("""{"s": {"f": {"stable": 2}, "g": {"stable": 1}}}""");
        await config.RefreshAsync();

        Assert.Equal(["f of True"], heard);
    }

    [Fact]
    public async Task A_handler_of_a_flag_that_is_taken_off_hears_nothing_more()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        var heard = new List<string>();
        void One(object? sender, EventArgs e) => heard.Add("one");
        void Other(object? sender, EventArgs e) => heard.Add("other");
        var flag = config.GetFlag("s", "f", -1);
        flag.Changed += One;
        flag.Changed += Other;

        flag.Changed -= One;
        _source.Sends(Config(2));
        await config.RefreshAsync();
        flag.Changed -= Other;
        flag.Changed -= Other;
        _source.Sends(Config(3));
        await config.RefreshAsync();

        Assert.Equal(["other"], heard);
    }

    [Fact]
    public async Task Survive_59_the_flags_of_a_section_that_vanishes_answer_their_defaults_and_come_back_with_it()
    {
        const string Both = """{"s": {"f": {"stable": 7} }, "t": {"g": {"stable": 8}, "h": {"stable": 9} } }""";
        _source.Sends(Both);
        await using var config = await OpenAsync();
        var (f, g) = (config.GetFlag("s", "f", -1), config.GetFlag("t", "g", -2));
        var changes = new List<ConfigChangedEventArgs>();
        config.Changed += (_, e) => changes.Add(e);

        _source.Sends("""{"s": {"f": {"stable": 7} } }""");
        await config.RefreshAsync();

        Assert.Equal((7, -2, -3), (f.Evaluate("key"), g.Evaluate("key"), config.GetValue("t", "h", "key", -3)));
        Assert.Equal((EvaluationReason.Missing, "The config has no section 't'. It has: 's'."),
            (g.Explain("key").Reason, g.Explain("key").Error));
        Assert.Equal(EvaluationReason.Missing, config.Ask(-3, key: "h", section: "t").Reason);
        Assert.Equal([new FlagName("t", "g"), new FlagName("t", "h")], changes.Single().Removed);
        Assert.Empty(changes.Single().Added.Concat(changes.Single().Changed));

        _source.Sends(Both);
        await config.RefreshAsync();

        Assert.Equal((8, 9), (g.Evaluate("key"), config.Ask(-3, key: "h", section: "t").Value));
        Assert.Equal([new FlagName("t", "g"), new FlagName("t", "h")], changes[1].Added);
    }

    [Fact]
    public async Task Survive_59_a_config_without_a_section_is_a_config_too()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync();
        var flag = config.GetFlag("s", "f", -1);

        _source.Sends("{}");

        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.Equal((-1, "The config has no section 's': it is empty."),
            (flag.Evaluate("key"), flag.Explain("key").Error));
    }

    private Task<SlowrollConfig> OpenAsync() =>
        SlowrollConfig.OpenAsync(
            _source, "test", new SlowrollOptions { UseDiskCache = false, PollInterval = Timeout.InfiniteTimeSpan });
}
