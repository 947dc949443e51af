namespace Slowroll.Tests.Observing;

/// <summary>What is a switch when configs, locks and clocks change, and what its reason is.</summary>
public sealed class SwitchBookTests : OwnSwitches
{
    [Fact]
    public async Task A_new_config_is_told_and_a_confirmation_is_not()
    {
        Sends("1", ("f", At("20:00")), ("gone", At("10:00")), ("same", At("10:00")));
        await using var config = await OpenAsync();
        await Settled();

        Sends("2", ("f", At("11:00")), ("same", At("09:00")), ("added", At("10:00")), ("added_later", At("20:00")));
        await config.RefreshAsync();
        Log.WaitFor(3);
        await config.RefreshAsync();
        await Settled();

        Assert.Equal(
            ["s.added default new config 2", "s.f stable new config 2", "s.gone new default config 2"], Told().Order());
    }

    [Fact]
    public async Task The_schedule_of_a_new_config_counts_and_that_of_the_old_one_no_longer()
    {
        Sends("1", ("f", At("13:00")), ("g", At("14:00")));
        await using var config = await OpenAsync();
        Sends("2", ("f", At("15:00")), ("g", At("14:00")));
        await config.RefreshAsync();

        await AdvanceTo("13:30");
        Assert.Empty(Log.All);
        await AdvanceTo("14:00", 1);
        await AdvanceTo("15:00", 2);

        Assert.Equal(["s.g stable new schedule 2", "s.f stable new schedule 2"], Told());
    }

    [Fact]
    public async Task A_lock_is_told_and_while_it_lasts_no_schedule()
    {
        Sends(null, ("f", At("13:00")));
        await using var config = await OpenAsync();
        await Settled();

        File.WriteAllText(Folder["locks"], "s.f = new");
        await AdvanceUntilTold(1, TimeSpan.FromSeconds(2));
        await AdvanceTo("13:30");
        File.WriteAllText(Folder["locks"], "s.f = stable");
        await AdvanceUntilTold(2, TimeSpan.FromSeconds(2));
        File.WriteAllText(Folder["locks"], "");
        await AdvanceUntilTold(3, TimeSpan.FromSeconds(2));

        Assert.Equal(["s.f stable new lock -", "s.f new stable lock -", "s.f stable new lock -"], Told());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_is_told_and_the_switch_again_when_it_comes_again()
    {
        Sends(null, ("f", At("13:00")));
        var time = new BackwardTime(OneFlag.Noon);
        await using var config = await OpenAsync(time: time);
        await Settled();

        time.Now = OneFlag.Noon.AddHours(2);
        await config.RefreshAsync();
        Log.WaitFor(1);
        time.Now = OneFlag.Noon;
        await config.RefreshAsync();
        Log.WaitFor(2);
        time.Now = OneFlag.Noon.AddHours(2);
        await config.RefreshAsync();
        Log.WaitFor(3);

        Assert.Equal(["s.f stable new schedule -", "s.f new stable clock -", "s.f stable new schedule -"], Told());
    }

    private sealed class BackwardTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
