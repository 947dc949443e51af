using Xunit.Abstractions;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Surviving;

/// <summary>A thousand clients of one server, in simulated time. Spread evenly they are 17 requests a second at an
/// interval of a minute; in step they would be a thousand.</summary>
public sealed class FleetTests(ITestOutputHelper output) : IDisposable
{
    private const int Clients = 1000;

    private readonly VirtualTime _time = new();
    private readonly List<SlowrollConfig> _fleet = [];
    private int[] _requests = new int[60 * 60];
    private Func<FetchResult> _answer = () => FetchResult.NotModified;
    private TaskCompletionSource _change = new();
    private long _start;

    [Fact]
    public async Task Survive_27_a_thousand_processes_started_together_spread_out_at_once()
    {
        await StartAsync();

        AssertPeak(60, TimeSpan.FromMinutes(10));
        Assert.All(_fleet, config => Assert.Equal(0, config.Status.ConsecutiveFailures));
    }

    [Fact]
    public async Task Survive_27_neither_an_outage_nor_its_end_brings_a_thousand_processes_into_step()
    {
        await StartAsync();
        AssertPeak(60, TimeSpan.FromMinutes(2));

        _answer = () => FetchResult.Failed("down");
        AssertPeak(100, TimeSpan.FromMinutes(5));
        _answer = () => FetchResult.NotModified;
        AssertPeak(60, TimeSpan.FromMinutes(5));

        Assert.All(_fleet, config => Assert.Equal(0, config.Status.ConsecutiveFailures));
    }

    [Fact]
    public async Task Survive_11_a_thousand_processes_that_were_sent_away_for_half_a_minute_do_not_come_back_together()
    {
        await StartAsync();
        _answer = () => FetchResult.Failed("busy") with { RetryAfter = TimeSpan.FromSeconds(30) };

        AssertPeak(60, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Survive_12_a_thousand_processes_that_were_sent_away_until_one_instant_do_not_come_back_in_it()
    {
        await StartAsync();
        var reopening = _time.GetUtcNow() + TimeSpan.FromMinutes(3);
        _answer = () => FetchResult.Failed("busy") with { RetryAfter = reopening - _time.GetUtcNow() };
        AssertPeak(60, TimeSpan.FromMinutes(3));

        _answer = () => FetchResult.NotModified;
        AssertPeak(60, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Survive_27_a_store_that_tells_a_thousand_processes_of_a_change_does_not_bring_them_into_step()
    {
        await StartAsync();
        AssertPeak(60, TimeSpan.FromMinutes(2));

        // After a report that brought nothing, each client waits a second before it listens again, beside its poll.
        _time.IsBeside = due => due < TimeSpan.FromSeconds(1.1);
        TellAll();
        _requests = new int[_requests.Length];
        AssertPeak(60, TimeSpan.FromMinutes(5));
    }

    public void Dispose() => _fleet.ForEach(config => config.Dispose());

    private int Second => (int)((_time.GetTimestamp() - _start) / TimeSpan.TicksPerSecond);

    private async Task StartAsync()
    {
        _start = _time.GetTimestamp();
        var config = FetchResult.Fresh(System.Text.Encoding.UTF8.GetBytes(Config(1)), "1");
        var source = new Store(
            etag =>
            {
                Interlocked.Increment(ref _requests[Second]);
                return etag is null ? config : _answer();
            },
            () => Volatile.Read(ref _change).Task);
        var options = new SlowrollOptions
        {
            TimeProvider = _time,
            UseDiskCache = false,
            StartupTimeout = VirtualTime.Deadline,
            FetchTimeout = VirtualTime.Deadline,
        };
        _fleet.AddRange(await Task.WhenAll(
            Enumerable.Range(0, Clients).Select(_ => SlowrollConfig.OpenAsync(source, "fleet", options))));
        Assert.Equal(Clients, _requests[0]);
        _requests[0] = 0;
    }

    private void TellAll()
    {
        Interlocked.Exchange(ref _change, new()).SetResult();
        Assert.True(
            SpinWait.SpinUntil(() => _requests.Sum() == Clients, TimeSpan.FromSeconds(60)), "not all heard of it");
    }

    private void AssertPeak(int most, TimeSpan length)
    {
        _time.Run(length, Clients);
        var (peak, sum) = (_requests.Max(), _requests.Sum());
        output.WriteLine($"{sum} requests in {length}, at most {peak} a second");
        Assert.True(sum >= Clients, $"only {sum} requests in {length}");
        Assert.True(peak <= most, $"{peak} requests in one second");
        _requests = new int[_requests.Length];
    }

    private sealed class Store(Func<string?, FetchResult> answer, Func<Task> change) : IWatchingConfigSource
    {
        public string Name => "fleet";

        public ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken) =>
            new(answer(etag));

        public Task WaitForChangeAsync(string? etag, CancellationToken cancellationToken) =>
            change().WaitAsync(cancellationToken);
    }
}
