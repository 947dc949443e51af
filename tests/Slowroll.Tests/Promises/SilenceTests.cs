namespace Slowroll.Tests.Promises;

/// <summary>What a config would else keep to itself.</summary>
public sealed class SilenceTests : IDisposable
{
    private const string Config = """
        {
          "features": { "install_to_opt_foo": { "stable": 1 }, "some_cli": { "stable": 1 } },
          "shop": { "banner": { "stable": 1 } }
        }
        """;

    private const string Missing = "not in the config and answer their defaults";

    private readonly TemporaryDirectory _directory = new();
    private readonly ScriptedSource _source = new();
    private readonly Lines _log = new();

    public void Dispose()
    {
        _log.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task Locks_that_are_in_force_at_the_start_are_logged()
    {
        _source.Sends(Config);
        await File.WriteAllTextAsync(_directory["locks"], "shop.banner = new");
        await using var config = await OpenAsync(options =>
        {
            options.LocksFile = _directory["locks"];
            options.Locks[new FlagName("features", "some_cli")] = Side.Stable;
        });

        var line = Assert.Single(_log.With("are locked on this machine"));
        Assert.StartsWith("Information: 2 flags", line, StringComparison.Ordinal);
        Assert.Contains("features.some_cli=Stable", line, StringComparison.Ordinal);
        Assert.Contains("shop.banner=New", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Locks_of_the_options_are_logged_before_any_config_has_come()
    {
        await using var config = await OpenAsync(options => options.Locks[new FlagName("features", "a\nb")] = Side.New);

        Assert.EndsWith(
            "features.a\\u000Ab=New", Assert.Single(_log.With("is locked on this machine")), StringComparison.Ordinal);
    }

    [Fact]
    public void Locks_on_a_fixed_config_are_logged_too_and_so_are_those_that_do_nothing()
    {
        SlowrollConfig.FromJson(
            "{}"u8.ToArray(),
            new SlowrollOptions { LoggerFactory = _log, Locks = { [new FlagName("s", "f")] = Side.New } });

        Assert.EndsWith("1 flag is locked on this machine: s.f=New", _log.All[0], StringComparison.Ordinal);
        Assert.Contains("The lock on s.f (from Option) does nothing", _log.All[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_locks_nothing_is_said_of_them()
    {
        _source.Sends(Config);
        await using var config = await OpenAsync();

        Assert.Empty(_log.With("locked"));
    }

    [Fact]
    public async Task Flags_that_the_config_lacks_are_logged_in_one_line_with_the_nearest_names_and_never_by_a_read()
    {
        _source.Sends(Config);
        await using var config = await OpenAsync();
        var told = _log.All.Count;
        var held = config.GetFlag("features", "instal_to_opt_foo", -1);
        held.Evaluate("host");
        config.GetValue("feature", "some_cli", "host", -1);
        config.GetValue("features", "banner", "host", -1);
        config.Freeze().GetFlag("features", "nothing_like_it", -1).Evaluate("host");
        config.GetValue("features", "some_cli", "host", -1);
        Assert.Equal(told, _log.All.Count);

        await config.RefreshAsync();

        Assert.EndsWith(
            "(4): feature.some_cli (near it: features.some_cli), features.banner (near it: shop.banner), "
            + "features.instal_to_opt_foo (near it: features.install_to_opt_foo), features.nothing_like_it. The "
            + "config is that of script.",
            Assert.Single(_log.With(Missing)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_config_has_one_line()
    {
        _source.Sends(Config);
        await using var config = await OpenAsync();
        var held = config.GetFlag("features", "gone", -1);
        await config.RefreshAsync();
        config.GetValue("features", "gone_too", "host", -1);
        await config.RefreshAsync();
        Assert.Single(_log.With(Missing));

        // What was asked for before is looked for in the new config before it is in force, also what is gone from now
        // on.
        config.GetValue("shop", "banner", "host", -1);
        _source.Sends("""{ "features": {} }""");
        await config.RefreshAsync();
        GC.KeepAlive(held);

        Assert.Contains("(2): features.gone, shop.banner.", _log.With(Missing)[1], StringComparison.Ordinal);
        Assert.Equal(2, _log.With(Missing).Count);
    }

    [Fact]
    public async Task Ten_names_are_told_at_most_and_made_up_names_fill_neither_the_log_nor_the_memory()
    {
        _source.Sends(Config);
        await using var config = await OpenAsync();
        for (var i = 0; i < 10_000; i++)
            config.GetValue("features", $"user_{i:D5}", "host", -1);
        config.GetValue("features", new string('x', 5_000_000), "host", -1);
        await config.RefreshAsync();

        var line = Assert.Single(_log.With(Missing));
        Assert.Contains("(100): features.user_00000, ", line, StringComparison.Ordinal);
        Assert.Contains("features.user_00009, and 90 more.", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_the_names_are_it_stays_one_short_line()
    {
        const string Odd = "a\r\n\u001b[31m##vso[x]\u202e\ud800";
        _source.Sends(
            $$"""{ "{{new string('s', 150)}}": { "f": { "stable": 1 } }, "features": { "x\u0000": { "stable": 1 } } }""");
        await using var config = await OpenAsync();
        for (var i = 0; i < 20; i++)
            config.GetValue(new string('s', 149 - i), "f", "host", -1);
        config.GetValue(Odd, Odd, "host", -1);
        config.GetValue("features", "x", "host", -1);
        await config.RefreshAsync();

        var line = Assert.Single(_log.With(Missing));
        Assert.DoesNotContain(line, char.IsControl);
        Assert.InRange(line.Length, 100, 2_100);
        Assert.EndsWith("The config is that of script.", line, StringComparison.Ordinal);
        Assert.Contains("features.x (near it: features.x\\u0000)", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_there_is_no_config_no_flag_is_missing()
    {
        await using (var config = await OpenAsync())
        {
            config.GetValue("features", "some_cli", "host", -1);
            await config.RefreshAsync();
        }

        Assert.Empty(_log.With(Missing));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_program_that_ends_soon_is_told_at_its_end(bool isAsynchronous)
    {
        _source.Sends(Config);
        var config = await OpenAsync();
        config.GetValue("features", "gone", "host", -1);
        if (isAsynchronous)
            await config.DisposeAsync();
        else
            config.Dispose();

        Assert.Single(_log.With(Missing));
    }

    [Fact]
    public async Task A_start_from_the_cache_is_told()
    {
        _source.Sends(ScriptedSource.Config(1));
        await using (await OpenAsync(
            options => (options.UseDiskCache, options.CacheDirectory) = (true, _directory.Path)))
        {
            Assert.Empty(_log.With("Started with"));
        }

        _source.Fails("down");

        await using var config =
            await OpenAsync(options => (options.UseDiskCache, options.CacheDirectory) = (true, _directory.Path));

        Assert.Matches(
            @"^Information: Started with the cached config, which script confirmed at \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ for the last time\.$",
            Assert.Single(_log.With("Started with")));
    }

    private Task<SlowrollConfig> OpenAsync(Action<SlowrollOptions>? change = null)
    {
        var options =
            new SlowrollOptions { UseDiskCache = false, PollInterval = Timeout.InfiniteTimeSpan, LoggerFactory = _log };
        change?.Invoke(options);
        return SlowrollConfig.OpenAsync(_source, "test", options);
    }
}
