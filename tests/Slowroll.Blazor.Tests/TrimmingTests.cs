using System.Text.RegularExpressions;

namespace Slowroll.Blazor.Tests;

[Collection(nameof(PublishedShop))]
public partial class TrimmingTests(PublishedShop shop)
{
    // Blazor itself has some, which its SDK hides as a rule.
    [Fact]
    public void The_trimmer_warns_of_nothing_but_Blazor()
    {
        var warned = Warning().Matches(shop.Output).Select(match => match.Groups["where"].Value).ToList();

        Assert.NotEmpty(warned);
        Assert.All(warned, where => Assert.StartsWith("Microsoft.", where, StringComparison.Ordinal));
        Assert.DoesNotContain("): warning", shop.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"warning IL\d+: (?<where>[\w.]+)")]
    private static partial Regex Warning();
}
