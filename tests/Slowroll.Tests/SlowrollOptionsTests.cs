using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests;

public class SlowrollOptionsTests
{
    [Fact]
    public async Task A_change_after_opening_has_no_effect()
    {
        var source = new ScriptedSource();
        source.Sends(Config(0));
        var options = new SlowrollOptions { UseDiskCache = false, Hasher = _ => uint.MinValue };
        await using var config = await SlowrollConfig.OpenAsync(source, "test", options);

        options.Hasher = _ => uint.MaxValue;
        source.Sends("""
            {"s": {"f": {"stable": 1, "new": 2, "end_time": "2020-01-01 00:00Z", "duration": "1d", "end_pct": 50}}}
            """);
        await config.RefreshAsync();

        Assert.Equal(2, config.GetValue("s", "f", "key", -1));
    }

    [Fact]
    public void A_clock_or_a_hasher_of_null_is_refused_before_any_flag_could_throw_at_it()
    {
        Assert.Throws<ArgumentNullException>(() => new SlowrollOptions { TimeProvider = null! });
        Assert.Throws<ArgumentNullException>(() => new SlowrollOptions { Hasher = null! });
    }

    [Fact]
    public void Survive_42_an_age_that_no_config_could_have_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SlowrollOptions { MaxCacheAge = TimeSpan.Zero });
        Assert.Null(new SlowrollOptions { MaxCacheAge = null }.MaxCacheAge);
    }
}
