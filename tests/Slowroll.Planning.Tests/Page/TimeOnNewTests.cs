using System.Text;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;
using TimeOnNew = Slowroll.Planning.Page.TimeOnNew;

namespace Slowroll.Planning.Tests.Page;

public class TimeOnNewTests
{
    public static TheoryData<string> Rollouts =>
    [
        """ "start_time": "2030-03-04 09:00Z", "duration": "3d" """,
        """ "start_time": "2030-03-04 09:00Z", "duration": "0s", "start_pct": 20, "end_pct": 60 """,
        """ "start_time": "2030-03-04 09:00Z", "duration": "3d", "start_pct": 80, "end_pct": 10 """,
        """ "start_time": "2030-03-04 09:00Z", "duration": "3d", "hours": "Mon-Fri 08:00-16:00Z" """,
        """ "start_time": "2030-03-04 09:00Z", "duration": "3d", "freezes": [{ "from": "2030-03-05 09:00Z" }] """,
        """ "start_time": "2030-03-04 09:00Z", "duration": "3d", "rollback": { "from": "2030-03-05 09:00Z", "over": "2h" } """,
        """ "start_time": "2030-03-04 09:00Z", "duration": "3d", "rollback": { "from": "2030-03-01 09:00Z" } """,
        """
        "start_time": "2030-03-04 09:00Z", "duration": "3d", "start_pct": 80, "end_pct": 10,
        "rollback": { "from": "2030-03-05 09:00Z", "over": "2h" }
        """,
        """
        "start_time": "2030-03-04 09:00Z", "steps": [{ "pct": 5, "hold": "1d" }, { "pct": 100, "over": "2d" }],
        "early_adopters": ["h-1", "h-2"], "rollback": { "from": "2030-03-06 09:00Z", "over": "1d" },
        "waves": [{ "audience": "a", "rollback": { "from": "2030-03-05 09:00Z", "over": "3d" } }, { "after": "1d", "end_pct": 0, "duration": "1h" }]
        """,
    ];

    [Theory]
    [MemberData(nameof(Rollouts))]
    public void It_is_what_the_running_program_says(string rollout)
    {
        var text = Plans.Config(
            $$"""
            "x": { "stable": 1, "new": 2, {{rollout}} }
            """,
            """{ "audiences": { "a": { "patterns": [".*[02468]"] } } }""");
        var program = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(text));
        var read = ConfigRolloutReader.Read(ConfigDocument.Read(text).Flags.Single(), null, new())!;

        Assert.All(Enumerable.Range(0, 200).Select(i => $"h-{i}"), host => Assert.Equal(
            Period(program.Explain("f", "x", host).OnNew),
            Period(TimeOnNew.Of(RolloutDecision.CourseOf(read, host), Hashers.Sha1(host)))));
    }

    private static (DateTimeOffset?, DateTimeOffset?)? Period(ExplainedPeriod? period) =>
        period is null ? null : (period.EntersAt, period.LeavesAt);

    private static (DateTimeOffset?, DateTimeOffset?)? Period(TimeOnNew time) => time.IsNever ? null : (
        time.HasNoBegin ? null : new DateTimeOffset(Schedule.InstantOf(time.From)),
        time.HasNoEnd ? null : new DateTimeOffset(Schedule.InstantOf(time.Until)));
}
