using Microsoft.Extensions.Time.Testing;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Live;

/// <summary>A status is one reading: all of it is true at one moment.</summary>
public sealed class LiveConfigTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2029, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDirectory _directory = new();
    private readonly ScriptedSource _source = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_status_never_has_the_ETag_of_one_config_with_the_age_and_the_locks_of_another()
    {
        var time = new MeddlingTime();
        _source.Sends(Config(1), "one");
        await using var config = await OpenAsync(time);

        // Whoever reads the status asks for the time. Meanwhile a config comes an hour later, and after it a lock.
        time.Meddle = () =>
        {
            time.Advance(TimeSpan.FromHours(1));
            _source.Sends(Config(2), "two");
            Assert.Equal(RefreshOutcome.Updated, config.RefreshAsync().GetAwaiter().GetResult());
            File.WriteAllText(_directory["locks"], "s.f = stable");
            Assert.True(SpinWait.SpinUntil(
                () =>
                {
                    time.Advance(TimeSpan.FromSeconds(1));
                    return config.Explain("s", "f", "key").Reason == EvaluationReason.Locked;
                },
                TimeSpan.FromMinutes(1)));
        };
        var status = config.Status;

        Assert.Null(time.Meddle);
        Assert.Equal(("one", Start, 0), (status.ETag, status.ConfirmedAt, status.Locks.Count));
        Assert.True(status.Age >= TimeSpan.FromHours(1), $"the age of another config: {status.Age}");
        var later = config.Status;
        Assert.Equal(("two", Start.AddHours(1), 1), (later.ETag, later.ConfirmedAt, later.Locks.Count));
    }

    [Fact]
    public async Task Threads_that_read_the_status_while_configs_come_see_no_mixture()
    {
        const int Configs = 300;
        var time = new FakeTimeProvider(Start);
        _source.Sends(Config(0), "0");
        await using var config = await OpenAsync(time, maxStaleness: TimeSpan.FromMinutes(90));
        using var isOver = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(
            () =>
            {
                while (!isOver.IsCancellationRequested)
                    AssertIsOne(config.Status);
            },
            TaskCreationOptions.LongRunning)).ToArray();

        for (var number = 1; number <= Configs; number++)
        {
            time.Advance(TimeSpan.FromHours(2));
            _source.Sends(Config(number), $"{number}");
            await config.RefreshAsync();
        }

        await isOver.CancelAsync();
        await Task.WhenAll(readers);

        // Config n is confirmed n times two hours after the start; its ramps stop an hour and a half later.
        static void AssertIsOne(ConfigStatus status)
        {
            var hours = 2 * int.Parse(status.ETag!, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(Start.AddHours(hours), status.ConfirmedAt);
            Assert.Equal(status.Age > TimeSpan.FromMinutes(90), status.RampsStoppedAt is not null);
            Assert.True(status.RampsStoppedAt is not { } stopped
                || stopped == status.ConfirmedAt + TimeSpan.FromMinutes(90));
        }
    }

    private Task<SlowrollConfig> OpenAsync(TimeProvider time, TimeSpan? maxStaleness = null) =>
        SlowrollConfig.OpenAsync(_source, "test", new()
        {
            TimeProvider = time,
            UseDiskCache = false,
            LocksFile = _directory["locks"],
            PollInterval = Timeout.InfiniteTimeSpan,
            MaxStaleness = maxStaleness,
        });

    /// <summary>A clock in which something happens the next time that somebody asks it.</summary>
    private sealed class MeddlingTime() : FakeTimeProvider(LiveConfigTests.Start)
    {
        private Action? _meddle;

        public Action? Meddle
        {
            get => _meddle;
            set => _meddle = value;
        }

        public override DateTimeOffset GetUtcNow()
        {
            Interlocked.Exchange(ref _meddle, null)?.Invoke();
            return base.GetUtcNow();
        }
    }
}
