using Microsoft.Extensions.Time.Testing;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Surviving;

public class FreezeTests
{
    private const string Ramp =
        """{"s": {"f": {"stable": 0, "new": 1, "end_time": "2030-01-02 00:00Z", "duration": "1d"} } }""";

    // The key in the middle: on 'new' from noon on.
    private const string Middle = "web-uj8502d";

    private readonly ScriptedSource _source = new();
    private readonly FakeTimeProvider _time = new(OneFlag.Noon.AddTicks(-1));

    [Fact]
    public async Task Survive_68_two_reads_that_straddle_a_switch_agree_in_a_frozen_view()
    {
        _source.Sends(Ramp);
        await using var config = await OpenAsync();
        var frozen = config.Freeze();
        var (live, held) = (config.GetFlag("s", "f", -1), frozen.GetFlag("s", "f", -1));
        Assert.Equal((0, 0, 0), (live.Evaluate(Middle), held.Evaluate(Middle), frozen.GetValue("s", "f", Middle, -1)));
        var explained = held.Explain(Middle);

        _time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal((1, 0, 0), (live.Evaluate(Middle), held.Evaluate(Middle), frozen.GetValue("s", "f", Middle, -1)));
        Assert.Equal(explained, held.Explain(Middle));
        Assert.Equal(0, frozen.Freeze().GetValue("s", "f", Middle, -1));
    }

    [Fact]
    public async Task Survive_68_two_reads_that_straddle_a_new_config_agree_in_a_frozen_view()
    {
        _source.Sends(Ramp);
        await using var config = await OpenAsync();
        var frozen = config.Freeze();
        var (live, held) = (config.GetFlag("s", "f", -1), frozen.GetFlag("s", "f", -1));

        _source.Sends("""{"s": {"f": {"stable": 5}, "g": {"stable": 6} } }""");
        await config.RefreshAsync();

        Assert.Equal((5, 0, 0), (live.Evaluate(Middle), held.Evaluate(Middle), frozen.GetValue("s", "f", Middle, -1)));
        Assert.Equal((6, -1), (config.Ask(-1, key: "g").Value, frozen.Ask(-1, key: "g").Value));
    }

    [Fact]
    public async Task Survive_68_a_frozen_view_does_not_ask_one_user_and_answer_another()
    {
        _source.Sends(Ramp);
        await using var config = await OpenAsync();
        var frozen = config.Freeze().GetFlag("s", "f", -1);

        Assert.Equal((1, 0, 1),
            (frozen.Evaluate("rig-pad40cd"), frozen.Evaluate("web-vpdx1as"), frozen.Evaluate("rig-pad40cd")));
    }

    [Fact]
    public async Task A_frozen_view_lives_longer_than_its_config_and_has_nothing_to_refresh()
    {
        _source.Sends(Config(5));
        var config = await OpenAsync();
        var frozen = config.Freeze();
        await config.DisposeAsync();

        Assert.Equal((5, ConfigOrigin.Fixed), (frozen.Ask(-1).Value, frozen.Status.Origin));
        Assert.Equal(RefreshOutcome.Unchanged, await frozen.RefreshAsync());
    }

    private Task<SlowrollConfig> OpenAsync() => SlowrollConfig.OpenAsync(
        _source, "test",
        new SlowrollOptions { TimeProvider = _time, UseDiskCache = false, PollInterval = Timeout.InfiniteTimeSpan });
}
