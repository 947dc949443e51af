using System.Text;
using Slowroll.Planning.Flags;
using Slowroll.Planning.Tests;
using Slowroll.Planning.Texts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Explaining;
using Slowroll.Tool.Hosts;
using Slowroll.Tool.Planning.Flags;
using Slowroll.Tool.Planning.Hours;

namespace Slowroll.Tool.Tests.Planning.Hours;

/// <summary>All numbers are those that the running program gives, host by host.</summary>
public class HourlySwitchesTests
{
    private const int Fleet = 300;
    private const int Flags = 4;

    private static readonly HostList Hosts =
        new(Enumerable.Range(0, Fleet).Select(number => $"host-{number}"), Hashers.Sha1);

    [Fact]
    public void Hosts_per_hour_are_exact() => Assert.All(Enumerable.Range(0, 60), seed =>
    {
        Random random = new(seed);
        RandomConfig configs = new(random);
        var text = configs.Next(Flags);
        var at = configs.Instant();
        HourRange hours = new(Micros(at), Micros(at.AddHours(random.Next(1, 400)).AddSeconds(random.Next(3600))));
        HostGroups groups = new(Hosts);
        var plan = ConfigPlan.Of(ConfigDocument.Read(text), hours.At).With(groups);
        Assert.Empty(plan.Invalid);

        var counted = HourlySwitches.Of(hours, plan.Moving, Hosts, groups, _ => { }, default).All
            .Select(hour => (hour.Hour, hour.Hosts!.Value, hour.Gains!.Value, hour.Losses!.Value));

        Assert.Equal(ByTheRuntime(text, at, hours), counted);
    });

    [Fact]
    public void Hosts_on_new_and_shares_are_exact() => Assert.All(Enumerable.Range(0, 60), seed =>
    {
        RandomConfig configs = new(new(seed));
        var text = configs.Next(Flags);
        var at = configs.Instant();
        var plan = ConfigPlan.Of(ConfigDocument.Read(text), Micros(at)).With(new HostGroups(Hosts));

        using var config = Config(text, at);
        Assert.All(plan.Moving.Concat(plan.Stopped), flag =>
        {
            var explained = Hosts.Names.Select(host => Explain(config, flag, host)).ToList();
            Assert.Equal(explained.Count(one => one.Side == Side.New), flag.HostsOnNew);
            if (flag.Groups is [{ State: var state }])
            {
                Assert.Equal(explained[0].Share!.Value, state.Percent, 0.00001);
                if (explained[0].Rollback is null)
                    Assert.Equal(explained[0].EndsAt, ShortTime.InstantOf(state.End));
            }
        });
    });

    [Fact]
    public void A_flag_moves_if_any_host_switches_later() => Assert.All(Enumerable.Range(0, 60), seed =>
    {
        RandomConfig configs = new(new(seed));
        var text = configs.Next(Flags);
        var at = configs.Instant();
        var plan = ConfigPlan.Of(ConfigDocument.Read(text), Micros(at));
        using var config = Config(text, at);
        var moving = plan.Moving.Select(flag => flag.Name).ToHashSet();
        Assert.All(Enumerable.Range(0, Flags), number =>
        {
            var switches = Hosts.Names.SelectMany(host => Switches(config, number, host));
            if (switches.Any(instant => instant > at))
                Assert.Contains($"features.flag_{number}", moving);
        });
    });

    [Fact]
    public void A_limit_without_hosts_takes_the_union_of_one_salt_and_the_product_of_others()
    {
        const string Start = """ "stable": 1, "new": 2, "start_time": "2030-03-05 00:00Z", "duration" """;
        var text = $$"""
            { "features": {
              "a": { {{Start}}: "10h" }, "b": { {{Start}}: "10h" },
              "c": { {{Start}}: "5h", "salt": "x" }, "d": { {{Start}}: "1h", "interpolate": true }
            } }
            """;
        HourRange hours = new(Micros(RandomConfig.Middle) - 1, Micros(RandomConfig.Middle.AddDays(1)));

        var all = HourlySwitches.Of(
            hours, ConfigPlan.Of(ConfigDocument.Read(text), hours.At).Moving, _ => { }, default).All;

        Assert.Equal(100 * (1 - 0.9 * 0.8), all[1].Share, 0.001);
        Assert.Equal(10, all[7].Share, 0.001);
    }

    private static List<(int, int, long, long)> ByTheRuntime(string text, DateTimeOffset at, HourRange hours)
    {
        using var config = Config(text, at);
        Dictionary<int, (HashSet<string> Hosts, int Gains, int Losses)> found = [];
        foreach (var host in Hosts.Names)
        {
            for (var flag = 0; flag < Flags; flag++)
            {
                var onNew = config.Explain("features", $"flag_{flag}", host).OnNew;
                Add(onNew?.EntersAt, (1, 0), host);
                Add(onNew?.LeavesAt, (0, 1), host);
            }
        }

        return [.. found.OrderBy(hour => hour.Key)
            .Select(hour => (hour.Key, hour.Value.Hosts.Count, (long)hour.Value.Gains, (long)hour.Value.Losses))];

        void Add(DateTimeOffset? switches, (int Gains, int Losses) counts, string host)
        {
            if (switches is not { } instant || Micros(instant) <= hours.At || Micros(instant) >= hours.Until)
                return;

            var hour = (int)((instant - new DateTimeOffset(at.Year, at.Month, at.Day, at.Hour, 0, 0, TimeSpan.Zero))
                / TimeSpan.FromHours(1));
            var known = found.GetValueOrDefault(hour, ([], 0, 0));
            known.Hosts.Add(host);
            found[hour] = (known.Hosts, known.Gains + counts.Gains, known.Losses + counts.Losses);
        }
    }

    private static IEnumerable<DateTimeOffset> Switches(SlowrollConfig config, int flag, string host) =>
        config.Explain("features", $"flag_{flag}", host).OnNew is { } period
            ? new[] { period.EntersAt, period.LeavesAt }.OfType<DateTimeOffset>()
            : [];

    private static Evaluation<System.Text.Json.JsonElement> Explain(
        SlowrollConfig config, PlannedFlag flag, string host) =>
        config.Explain("features", flag.Rollout.Flag.Key, host);

    private static SlowrollConfig Config(string text, DateTimeOffset at) =>
        SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(text), new() { TimeProvider = new FixedClock(at) });

    private static long Micros(DateTimeOffset instant) => ShortTime.MicrosecondOf(instant);
}
