namespace Slowroll.Tests.Surviving;

/// <summary>Real threads read while the config is swapped under them.</summary>
public class SwapTests
{
    private const int Swaps = 10_000;
    private const int Readers = 16;

    private static readonly byte[][] Configs =
    [
        """{"s": {"f": {"stable": 1}, "g": {"stable": 1}, "h": {"stable": 1} } }"""u8.ToArray(),
        """{"s": {"f": {"stable": 2}, "g": {"stable": 2, "new": 3, "early_adopters": []}, "h": {"new": 2} } }"""u8
            .ToArray(),
    ];

    private readonly ScriptedSource _source = new();

    [Fact]
    public async Task Survive_62_sixteen_readers_see_one_of_two_configs_while_they_are_swapped_ten_thousand_times()
    {
        Sends(0);
        await using var config = await SlowrollConfig.OpenAsync(
            _source, "test", new SlowrollOptions { UseDiskCache = false, PollInterval = Timeout.InfiniteTimeSpan });
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => new Reader(config, done.Token)).ToList();

        for (var swap = 1; swap <= Swaps; swap++)
        {
            Sends(swap % 2);
            if (await config.RefreshAsync() != RefreshOutcome.Updated)
                Assert.Fail($"swap {swap} did not happen: {config.Status.LastError}");
        }

        await done.CancelAsync();
        foreach (var reader in readers)
            reader.HasSeenNothingElse();
    }

    private void Sends(int which) =>
        _source.Answer = (_, _) => ValueTask.FromResult(FetchResult.Fresh(Configs[which], null));

    /// <summary>Asks without end, through every door.</summary>
    private sealed class Reader
    {
        private readonly SlowrollConfig _config;
        private readonly Flag<int> _f;
        private readonly Thread _thread;
        private string? _fault;
        private int _rounds;

        public Reader(SlowrollConfig config, CancellationToken done)
        {
            _config = config;
            _f = config.GetFlag("s", "f", -1);
            _thread = new Thread(() => Read(done)) { IsBackground = true };
            _thread.Start();
        }

        public void HasSeenNothingElse()
        {
            Assert.True(_thread.Join(TimeSpan.FromSeconds(30)));
            Assert.Null(_fault);
            Assert.True(_rounds > 0);
        }

        private void Read(CancellationToken done)
        {
            try
            {
                do
                {
                    _fault ??= Fault();
                    _rounds++;

                    // Sixteen threads that never pause would leave the swaps no processor.
                    Thread.Sleep(_rounds % 16 == 0 ? 1 : 0);
                }
                while (_fault is null && !done.IsCancellationRequested);
            }
#pragma warning disable CA1031 // Nothing may be thrown.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                _fault = exception.ToString();
            }
        }

        private string? Fault()
        {
            for (var i = 0; i < 20; i++)
            {
                if (_f.Evaluate("key") is not (1 or 2) and var value)
                    return $"the flag answered {value}";
                if (_config.GetValue("s", "g", "key", -1) is not (1 or 2) and var byName)
                    return $"by name it was {byName}";
                if (_f.Explain("key") is not { Value: 1 or 2, Side: Side.Stable, Error: null } and var explained)
                    return explained.ToString();

                var frozen = _config.Freeze();
                var f = frozen.GetValue("s", "f", "key", -1);
                var g = frozen.GetFlag("s", "g", -1).Evaluate("key");
                var h = frozen.GetValue("s", "h", "key", 2);
                if (f != g || g != h)
                    return $"a frozen view answered {f}, {g} and {h}";
            }

            return null;
        }
    }
}
