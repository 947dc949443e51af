using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Tests.Printing;

/// <summary>No part of an annotation begins another command or property.</summary>
public class GitHubAnnotationTests
{
    [Fact]
    public void It_has_its_place_and_its_title() => Assert.Equal(
        "::warning file=a.json,line=3,col=5,title=SLOW3010::It is 5%25 wrong.",
        GitHubAnnotation.Of("warning", "a.json", (3, 5), "SLOW3010", "It is 5% wrong."));

    [Fact]
    public void Names_can_not_break_out() => Assert.Equal(
        "::error file=C%3A\\a%2Cb%25,title=x%3A%3Aerror%3A%3A::a%0A::error::b%0D",
        GitHubAnnotation.Of("error", @"C:\a,b%", null, "x::error::", "a\n::error::b\r"));
}
