using Slowroll.Tool.Planning.Page;

namespace Slowroll.Tool.Tests.Planning.Page;

public class FlagWordsTests
{
    [Theory]
    [InlineData(
        "", "2030-03-05 10:00Z",
        "Now 25 %, on the way from 0 % to 100 %, which it reaches Friday 2030-03-08 10:00Z.")]
    [InlineData(
        "", "2030-03-01 10:00Z",
        "Now 0 %; rises from Monday 2030-03-04 10:00Z on; ends Friday 2030-03-08 10:00Z.")]
    [InlineData("", "2030-03-09 10:00Z", "Now 100 % since Friday 2030-03-08 10:00Z, where it stays.")]
    [InlineData(
        """, "freezes": [{ "from": "2030-03-05 10:00Z", "reason": "too many\nerrors" }]""", "2030-03-06 10:00Z",
        "Now 25 %, on the way from 0 % to 100 %, which it never reaches; stands still until somebody ends it "
            + "(freeze: too many\\u000Aerrors).")]
    [InlineData(
        """, "rollback": { "from": "2030-03-05 10:00Z", "over": "2h" }""", "2030-03-05 11:00Z",
        "Being taken back since Tuesday 2030-03-05 10:00Z; everybody is on stable again Tuesday 2030-03-05 12:00Z.")]
    [InlineData(
        """, "rollback": { "from": "2030-03-05 10:00Z", "over": "2h" }""", "2030-03-05 12:00Z",
        "Taken back: everybody is on stable again since Tuesday 2030-03-05 12:00Z.")]
    public void It_says_what_a_flag_does(string more, string at, string expected) => Assert.Equal(
        expected,
        string.Join(' ', FlagWords.Now(Plans.Moves(Plans.Config(Plans.Flag("x", more))), Plans.Microseconds(at))));

    [Fact]
    public void It_tells_what_happens_next()
    {
        var flag = Plans.Moves(Plans.Config("""
            "x": {
              "stable": 1, "new": 2, "start_time": "2030-03-04 10:00Z", "hours": "Mon-Fri 08:00-16:00Z",
              "steps": [{ "pct": 1, "hold": "1d" }, { "pct": 10, "over": "8h", "hold": "1h" }, { "pct": 20 }],
              "rollback": { "from": "2030-03-07 10:00Z", "over": "90m" }
            }
            """));

        Assert.Equal(
            [
                "Mon 2030-03-04 10:00:00Z f.x goes to 1 % at once, and stays there until Tuesday 2030-03-05 10:00Z",
                "Tue 2030-03-05 10:00:00Z f.x begins to rise from 1 % to 10 %",
                "Tue 2030-03-05 16:00:00Z f.x stands still at 7.75 % until Wednesday 2030-03-06 08:00Z "
                    + "(outside of the hours)",
                "Wed 2030-03-06 08:00:00Z f.x goes on from 7.75 %",
                "Wed 2030-03-06 10:00:00Z f.x reaches 10 %, and stays there until Wednesday 2030-03-06 11:00Z",
                "Wed 2030-03-06 11:00:00Z f.x goes to 20 % at once, and is at its end",
                "Thu 2030-03-07 10:00:00Z f.x begins to be taken back: everybody goes back to stable within 1 h 30 min",
                "Thu 2030-03-07 11:30:00Z f.x is taken back: everybody is on stable again",
            ],
            FlagWords.Events(flag, 0, 10, Plans.Microseconds("2031-01-01 00:00Z"))
                .Select(happening => $"{PageText.Short(happening.At)} {happening.Subject} {happening.Words}"));
    }

    [Fact]
    public void A_rollback_of_nobody_is_no_event() => Assert.Empty(FlagWords.Events(
        Plans.Moves(Plans.Config(Plans.Flag("x", """, "rollback": { "from": "2030-03-01 10:00Z" }"""))), 0, 10,
        long.MaxValue));
}
