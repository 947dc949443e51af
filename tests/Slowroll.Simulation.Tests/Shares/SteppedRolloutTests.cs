using System.Text;
using Slowroll.Simulation.Shares;

namespace Slowroll.Simulation.Tests.Shares;

public class SteppedRolloutTests
{
    private static readonly List<string> Hosts =
        [.. Names.All(2000, 1).SelectMany(kind => kind.Names)];

    [Fact]
    public void No_name_is_there_twice() => Assert.Equal(
        100_000, Names.All(100_000, 1).SelectMany(kind => kind.Names).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [InlineData(null)]
    [InlineData("fast_index")]
    public void It_decides_as_a_program_does(string? salt)
    {
        var rollout = new SteppedRollout(Hashers.XxHash3, salt);
        var clock = new Clock();
        var config = SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes(SteppedRollout.Config(salt)),
            new() { TimeProvider = clock, Hasher = Hashers.XxHash3 });
        for (var hour = 0; hour < SteppedRollout.Hours; hour += 5)
        {
            clock.Now = new(SteppedRollout.TicksOf(hour), TimeSpan.Zero);
            Assert.All(Hosts, host => Assert.Equal(
                config.GetValue("features", "fast_index", host, false), rollout.IsNew(rollout.BucketOf(host), hour)));
            Assert.Equal(
                Hosts.Count(host => config.GetValue("features", "fast_index", host, false)),
                rollout.CountAt([.. Hosts.Select(rollout.BucketOf).Order()], hour));
            Assert.Equal(
                config.Explain("features", "fast_index", "x").Share!.Value, 100 * rollout.IdealAt(hour), 9);
        }
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
