using Microsoft.Extensions.Logging;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Promises;

/// <summary>A logger is foreign code, too.</summary>
public class LoggingTests
{
    private const string Faulty = """{"s": {"f": {"new": 1}}}""";
    private readonly ScriptedSource _source = new();

    [Fact]
    public async Task A_logger_that_throws_does_not_stop_refreshing()
    {
        _source.Fails("down");
        await using var config = await OpenAsync(_ => throw new InvalidOperationException("the log is full"));
        _source.Sends(Config(1));

        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
    }

    [Fact]
    public async Task A_logger_that_throws_does_not_make_a_flag_throw()
    {
        _source.Sends(Faulty);
        await using var config = await OpenAsync(_ => throw new InvalidOperationException("the log is full"));

        Assert.Equal(-1, config.GetValue("s", "f", "key", -1));
    }

    [Fact]
    public async Task A_logger_that_throws_when_it_is_asked_whether_it_logs_harms_nobody()
    {
        _source.Fails("down");
        await using var config =
            await OpenAsync(_ => { }, () => throw new InvalidOperationException("the log is gone"));
        _source.Sends(Faulty);

        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.Equal(-1, config.GetValue("s", "f", "key", -1));
    }

    [Fact]
    public async Task The_same_failure_is_logged_once_and_so_is_its_end()
    {
        var logged = new List<string?>();
        _source.Fails("down");
        await using var config = await OpenAsync(id => logged.Add(id.Name));
        await config.RefreshAsync();
        _source.Fails("down, and differently");
        await config.RefreshAsync();
        _source.Sends(Config(1));
        await config.RefreshAsync();
        await config.RefreshAsync();

        Assert.Equal(["RefreshFailed", "RefreshFailed", "Recovered", "Updated"], logged);
    }

    [Fact]
    public async Task A_fetch_that_disposing_ends_is_not_logged_as_a_failure()
    {
        var logged = new List<string?>();
        _source.Sends(Config(1));
        var config = await OpenAsync(id => logged.Add(id.Name));
        _source.Answer = (_, _) => new(new TaskCompletionSource<FetchResult>().Task);
        var refresh = config.RefreshAsync();
        await config.DisposeAsync();
        await refresh;

        Assert.Equal(["Updated"], logged);
    }

    [Fact]
    public async Task A_fault_of_a_flag_is_logged_once_for_each_config_however_often_and_by_whatever_door_it_is_asked()
    {
        var logged = new List<string?>();
        _source.Sends(Faulty);
        await using var config = await OpenAsync(id => logged.Add(id.Name));
        for (var i = 0; i < 3; i++)
        {
            var flag = config.GetFlag("s", "f", -1);
            flag.Evaluate("key");
            config.GetValue("s", "f", "key", -1);
            config.Freeze().GetValue("s", "f", "key", -1);
            GC.KeepAlive(flag);
        }

        Assert.Equal(["Updated", "FlagFaulty"], logged);
    }

    [Fact]
    public async Task What_was_asked_about_by_name_is_no_flag_of_the_program_neither_now_nor_with_the_next_config()
    {
        var logged = new List<string?>();
        _source.Sends(Faulty);
        await using var config = await OpenAsync(id => logged.Add(id.Name));

        Assert.NotNull(config.Explain("s", "f", "key").Error);
        Assert.NotNull(config.Freeze().Explain("s", "f", "key").Error);
        _source.Sends(Faulty + " ");
        await config.RefreshAsync();

        Assert.Equal(["Updated", "Updated"], logged);
    }

    [Fact]
    public async Task What_is_passed_over_in_a_flag_that_works_is_logged_once_for_each_config()
    {
        var logged = new List<string>();
        const string Config = """{"s": {"f": {"stable": 0, "new": 1, "early_adopters": ["a", null]}}}""";
        _source.Sends(Config);
        var options = new SlowrollOptions
        {
            UseDiskCache = false,
            PollInterval = Timeout.InfiniteTimeSpan,
            LoggerFactory = new CallingLogger((id, message) => logged.Add($"{id.Name} {message}"), null)
        };
        await using var config = await SlowrollConfig.OpenAsync(_source, "test", options);
        for (var i = 0; i < 3; i++)
            Assert.Equal((1, 0), (config.GetValue("s", "f", "a", -1), config.GetFlag("s", "f", -1).Evaluate("b")));

        Assert.Equal(
            "FlagFaulty The flag s.f is read but for a part. 'early_adopters' holds null; it takes strings only, and "
                + "that element is passed over.",
            Assert.Single(logged, line => line.StartsWith("FlagFaulty", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_lock_on_a_flag_that_the_config_has_not_is_logged()
    {
        var logged = new List<string?>();
        _source.Sends(Config(1));
        var options = new SlowrollOptions
        {
            Locks = { [new FlagName("s", "unknown")] = Side.New, [new FlagName("s", "f")] = Side.Stable }
        };
        await using var config = await OpenAsync(id => logged.Add(id.Name), options: options);

        Assert.Equal(["LocksInForce", "Updated", "LockOnUnknownFlag"], logged);
    }

    // A class of its own for each: what was read is remembered until it is logged.
    private sealed class NeverSet;

    private sealed class SetLater;

    private sealed class SetFirst;

    [Fact]
    public async Task A_program_that_reads_its_flags_and_never_sets_them_is_told_so_once()
    {
        var logged = new List<string>();
        _source.Sends(Config(1));
        await using var config = await OpenAsync(typeof(NeverSet), logged);
        AmbientFlags<NeverSet> flags = new(new());
        _ = (flags.Current, flags.Current);
        Assert.DoesNotContain(logged, IsOfUnset); // never from inside a read
        await config.RefreshAsync();
        _ = flags.Current;
        await config.RefreshAsync();

        Assert.Equal(
            "ReadUnset Flags.LoggingTests+NeverSet was read while nothing had set it, and answered the schema's "
                + "defaults. "
                + "Set it to what OpenAsync returns, before it is read.",
            Assert.Single(logged, IsOfUnset));
    }

    [Fact]
    public async Task A_program_that_reads_its_flags_before_it_sets_them_is_told_so()
    {
        var logged = new List<string>();
        _source.Sends(Config(1));
        AmbientFlags<SetLater> flags = new(new());
        _ = flags.Current;
        flags.Current = new();
        await using var config = await OpenAsync(typeof(SetLater), logged);

        Assert.Single(logged, IsOfUnset);
    }

    [Fact]
    public async Task Flags_that_are_set_first_and_those_of_a_test_are_no_reason_to_log()
    {
        var logged = new List<string>();
        _source.Sends(Config(1));
        AmbientFlags<SetFirst> flags = new(new());
        using (flags.Use(new()))
            _ = flags.Current;
        flags.Current = new();
        _ = flags.Current;
        await using var config = await OpenAsync(typeof(SetFirst), logged);

        Assert.DoesNotContain(logged, IsOfUnset);
    }

    private static bool IsOfUnset(string line) => line.StartsWith("ReadUnset", StringComparison.Ordinal);

    // As a generated class opens its config.
    private Task<SlowrollConfig> OpenAsync(Type flagClass, List<string> logged) =>
        SlowrollConfig.OpenAsync(_source, flagClass.FullName!, new SlowrollOptions
        {
            UseDiskCache = false,
            PollInterval = Timeout.InfiniteTimeSpan,
            LoggerFactory = new CallingLogger((id, message) => logged.Add($"{id.Name} {message}"), null),
        });

    [Fact]
    public async Task A_logger_may_look_for_flags_while_a_new_config_comes_into_force()
    {
        _source.Sends(Config(1));
        SlowrollConfig? config = null;
        var found = new List<bool>();

        // On a thread of its own, as loggers do that write in the background.
        void Look(EventId id) => found.Add(
            config is null
                || Task.Run(() => config.GetFlag("logging", id.Name!, false)).Wait(TimeSpan.FromSeconds(10)));
        await using var opened = config = await OpenAsync(Look);
        var flag = config.GetFlag("s", "f", -1);
        _source.Sends(Faulty);

        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.Equal([true, true, true, true], found);
        Assert.Equal(-1, flag.Evaluate("key"));
    }

    [Fact]
    public async Task A_new_config_is_in_force_when_the_log_says_so()
    {
        _source.Sends(Config(1));
        SlowrollConfig? config = null;
        var seen = new List<int?>();
        await using var opened = config = await OpenAsync(_ => seen.Add(config?.GetValue("s", "f", "key", -1)));
        _source.Sends(Config(2));
        await config.RefreshAsync();

        Assert.Equal([null, 2], seen);
    }

    private Task<SlowrollConfig> OpenAsync(
        Action<EventId> onLog, Func<bool>? isEnabled = null, SlowrollOptions? options = null)
    {
        options ??= new SlowrollOptions();
        (options.UseDiskCache, options.PollInterval) = (false, Timeout.InfiniteTimeSpan);
        options.LoggerFactory = new CallingLogger((id, _) => onLog(id), isEnabled);
        return SlowrollConfig.OpenAsync(_source, "test", options);
    }
}
