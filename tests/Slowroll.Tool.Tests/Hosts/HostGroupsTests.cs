using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Explaining;
using Slowroll.Tool.Hosts;

namespace Slowroll.Tool.Tests.Hosts;

public class HostGroupsTests
{
    private const string Config = """
        {
          "$slowroll": { "audiences": {
            "few": { "keys": ["web-3", "gone"], "patterns": ["db-[0-9]", "web-5"] },
            "webs": { "patterns": ["web-.*"] }
          } },
          "f": {
            "plain": { "stable": 1, "new": 2, "start_time": "2030-01-01 00:00Z", "duration": "10d" },
            "early": { "stable": 1, "new": 2, "start_time": "2030-01-01 00:00Z", "duration": "10d",
              "early_adopters": ["web-1"], "early_adopter_patterns": ["db-.*"], "salt": "s" },
            "waves": { "stable": 1, "new": 2, "start_time": "2030-01-01 00:00Z", "duration": "10d",
              "early_adopters": ["web-4"], "waves": [{ "audience": "few" }, { "audience": "webs", "after": "1d" }] }
          }
        }
        """;

    private static readonly HostList Hosts =
        new([.. Enumerable.Range(0, 10).Select(number => $"web-{number}"), "db-1", "db-22", "web-1"], Hashers.Sha1);

    [Theory]
    [InlineData("plain", "all 12")]
    [InlineData("early", "its early adopters: web-1 db-1 db-22; all 9")]
    [InlineData("waves", "its early adopters: web-4; few: web-3 web-5 db-1; webs: web-0 web-1 web-2 web-6 web-7 web-8 "
        + "web-9; the hosts in no wave: db-22")]
    public void Each_host_is_in_the_group_that_the_running_program_puts_it_in(string flag, string groups) =>
        Assert.Equal(groups, string.Join("; ", In(flag).Select(Shown)));

    [Theory]
    [InlineData("plain")]
    [InlineData("early")]
    [InlineData("waves")]
    public void Who_is_on_new_is_what_the_running_program_says(string flag)
    {
        var instant = new DateTime(2030, 1, 6, 3, 0, 0, DateTimeKind.Utc);
        using var config = SlowrollConfig.FromJson(System.Text.Encoding.UTF8.GetBytes(Config),
            new() { TimeProvider = new FixedClock(instant) });

        var groups = In(flag);

        Assert.Equal(
            Hosts.Names.Where(name => config.Explain("f", flag, name).Side == Side.New).Order(),
            groups.SelectMany(group => group.OnNew(instant.Ticks / 10)).Select(host => Hosts.Names[host]).Order());
        Assert.Equal(
            groups.Sum(group => group.OnNew(instant.Ticks / 10).Count()),
            groups.Sum(group => group.CountOnNew(instant.Ticks / 10)));
    }

    private static IReadOnlyList<GroupHosts> In(string flag)
    {
        var document = ConfigDocument.Read(Config);
        return new HostGroups(Hosts).In(ConfigRolloutReader.Read(document.Find("f", flag)!, null, new())!);
    }

    private static string Shown(GroupHosts group) => group.Group.Name.StartsWith("all", StringComparison.Ordinal)
        ? $"all {group.Hosts.Count}"
        : $"{group.Group.Name.Replace("the hosts of audience '", "", StringComparison.Ordinal).TrimEnd('\'')}: "
            + string.Join(' ', group.Hosts.All.Order().Select(host => Hosts.Names[host]));
}
