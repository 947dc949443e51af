using System.Text.Json;

namespace Slowroll.Tests.Promises;

/// <summary>A config goes into force as a whole or not at all, and making its rules holds up no read.</summary>
public class AllOrNothingTests
{
    private readonly ScriptedSource _source = new();

    [Fact]
    public async Task Where_memory_is_short_half_way_flags_views_and_ETag_stay_those_of_the_config_before()
    {
        var isShort = false;
        _source.Sends(Flags(1), "one");
        await using var config = await OpenAsync();
        Flag<int>[] flags = [.. Enumerable.Range(0, 9).Select(number => config.GetFlag(Key(number, ReadInt)))];
        config.GetValue("s", "f8", "key", -1);

        isShort = true;
        _source.Sends(Flags(2), "two");
        var failed = await config.RefreshAsync();

        Assert.Equal(RefreshOutcome.Failed, failed);
        AssertAll(1, "one");
        Assert.Contains("OutOfMemoryException", config.Status.LastError, StringComparison.Ordinal);

        isShort = false;
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        AssertAll(2, "two");
        Assert.Equal("one", _source.Asked[^1]);

        void AssertAll(int value, string etag)
        {
            Assert.All(flags, flag => Assert.Equal(value, flag.Evaluate("key")));
            Assert.All(flags, flag => Assert.Equal(value, flag.Explain("key").Value));
            Assert.Equal((value, value),
                (config.GetValue("s", "f8", "key", -1), config.Freeze().GetValue("s", "f3", "key", -1)));
            Assert.Equal(etag, config.Status.ETag);
        }

        FlagReading<int> ReadInt(JsonElement json)
        {
            var value = json.GetInt32();
#pragma warning disable CA2201 // As the runtime would throw it.
            return isShort && value == 2 ? throw new OutOfMemoryException("a test's") : value;
#pragma warning restore CA2201
        }
    }

    [Fact]
    public async Task A_flag_that_is_found_while_a_new_config_is_prepared_answers_at_once_and_follows_it()
    {
        using var isPreparing = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        _source.Sends(Flags(1));
        await using var config = await OpenAsync();
        var slow = config.GetFlag(Key(0, ReadSlowly));
        Assert.Equal(1, slow.Evaluate("key"));

        _source.Sends(Flags(2));
        var refresh = config.RefreshAsync();
        Assert.True(isPreparing.Wait(TimeSpan.FromSeconds(20)));
        Flag<int> found;
        try
        {
            found = await Task.Run(() => config.GetFlag("s", "f5", -1)).WaitAsync(TimeSpan.FromSeconds(20));
            Assert.Equal((1, 1), (found.Evaluate("key"), slow.Evaluate("key")));
            Assert.Equal(1,
                await Task.Run(() => config.GetValue("s", "f6", "key", -1)).WaitAsync(TimeSpan.FromSeconds(20)));
        }
        finally
        {
            goOn.Set();
        }

        Assert.Equal(RefreshOutcome.Updated, await refresh);
        Assert.Equal((2, 2), (found.Evaluate("key"), slow.Evaluate("key")));

        FlagReading<int> ReadSlowly(JsonElement json)
        {
            var value = json.GetInt32();
            if (value == 2)
            {
                isPreparing.Set();
                goOn.Wait();
            }

            return value;
        }
    }

    [Fact]
    public async Task The_rules_of_flags_that_were_asked_for_by_name_are_made_before_the_config_is_in_force()
    {
        var reads = 0;
        FlagValueReader<int> reader = Counting;
        _source.Sends(Flags(1));
        await using var config = await OpenAsync();
        config.Explain(Key(3, reader), "key");
        GC.Collect();
        var readsOfOneRule = reads;

        _source.Sends(Flags(2));
        await config.RefreshAsync();
        Assert.Equal(2 * readsOfOneRule, reads);

        Assert.Equal(2, config.Explain(Key(3, reader), "key").Value);
        Assert.Equal(2 * readsOfOneRule, reads);

        FlagReading<int> Counting(JsonElement json)
        {
            reads++;
            return json.GetInt32();
        }
    }

    [Fact]
    public async Task A_read_by_name_after_a_new_config_allocates_nothing()
    {
        _source.Sends(Flags(1));
        await using var config = await OpenAsync();
        for (var i = 0; i < 100; i++)
            config.GetValue("s", "f1", "key", -1);
        _source.Sends(Flags(2));
        await config.RefreshAsync();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var value = config.GetValue("s", "f1", "key", -1);

        Assert.Equal((2, 0), (value, GC.GetAllocatedBytesForCurrentThread() - before));
    }

    private static string Flags(int value) =>
        $$"""{"s": { {{string.Join(',', Enumerable.Range(0, 9).Select(number => $$"""   "f{{number}}": {"stable": {{value}} }  """))}} } }""";

    private static FlagKey<int> Key(int number, FlagValueReader<int> reader) =>
        new("s", $"f{number}", -1) { Reader = reader };

    private Task<SlowrollConfig> OpenAsync() =>
        SlowrollConfig.OpenAsync(
            _source, "test", new SlowrollOptions { UseDiskCache = false, PollInterval = Timeout.InfiniteTimeSpan });
}
