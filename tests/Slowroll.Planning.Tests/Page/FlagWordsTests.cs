using Slowroll.Planning.Page;

namespace Slowroll.Planning.Tests.Page;

public class FlagWordsTests
{
    [Theory]
    [InlineData(
        "", "2030-03-05 10:00Z",
        "Now 25 %, on the way from 0 % to 100 %, which it reaches Fri 2030-03-08 10:00Z.")]
    [InlineData(
        "", "2030-03-01 10:00Z",
        "Now 0 %; rises from Mon 2030-03-04 10:00Z on; ends Fri 2030-03-08 10:00Z.")]
    [InlineData("", "2030-03-09 10:00Z", "Now 100 % since Fri 2030-03-08 10:00Z, where it stays.")]
    [InlineData(
        """, "freezes": [{ "from": "2030-03-05 10:00Z", "reason": "too many\nerrors" }]""", "2030-03-06 10:00Z",
        "Now 25 %, on the way from 0 % to 100 %, which it never reaches; stands still without an end "
            + "(freeze: too many\\u000Aerrors).")]
    [InlineData(
        """, "rollback": { "from": "2030-03-05 10:00Z", "over": "2h" }""", "2030-03-05 11:00Z",
        "Being taken back since Tue 2030-03-05 10:00Z; everybody is on stable again Tue 2030-03-05 12:00Z.")]
    [InlineData(
        """, "rollback": { "from": "2030-03-05 10:00Z", "over": "2h" }""", "2030-03-05 12:00Z",
        "Taken back: everybody is on stable again since Tue 2030-03-05 12:00Z.")]
    public void It_says_what_a_flag_does(string more, string at, string expected) => Assert.Equal(
        expected,
        string.Join(' ', FlagWords.Now(Plans.Moves(Plans.Config(Plans.Flag("x", more))), Plans.Microseconds(at))));
}
