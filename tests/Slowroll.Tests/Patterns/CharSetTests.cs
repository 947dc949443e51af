namespace Slowroll.Tests.Patterns;

/// <summary>Every shape of a class, compared with .NET's for all characters.</summary>
public class CharSetTests
{
    public static TheoryData<string> Shapes => new()
    {
        "a", "(?i)k", "(?i)ß", "(?i)σ", "(?i)\u0130", "(?i)i", "(?i)\u01c5", ".", "(?s).", @"\d", @"\D", @"\w", @"\W",
        @"\s", @"\S",
        @"\p{L}", @"\P{L}", @"\p{Lu}", @"(?i)\p{Lu}", @"(?i)\P{Lt}", @"\p{IsGreek}", @"(?i)\p{IsGreek}",
        @"(?i)\P{IsGreek}", @"\p{Cs}", @"\p{Cn}",
        "[a-z]", "[^a-z]", "[z\u0100-\u0200b-y]", "[a-cb-dd-f]", "[\0-\uffff]", "[^\0-\uffff]", "[\uffff]", "[^\0]",
        "(?i)[a-z]", "(?i)[^a-z]", "(?i)[\u0370-\u03ff]",
        @"[\w-[\d]]", @"[^\w-[a-z]]", @"[\w-[\p{L}-[aeiou]]]", @"(?i)[a-z-[k]]", @"[\d\s\p{Lu}x-]", @"[\D\d]",
        @"[^\D\d]", @"[\b\-\]]", "[\ud800-\udfff]",
        @"(?i)[\p{Ll}k-[s]]", "(?i)[\u212a\u017f]", @"[\u200c\u200d]",
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_class_holds_the_characters_that_DotNets_holds(string pattern)
    {
        var ours = AdoptersOf.Texts([], [pattern]).Value;
        var theirs = DotNetPattern.TryRead(pattern)!;

        Assert.DoesNotContain(Everything(), key => ours.Contain(key) != theirs.IsMatch(key));
    }

    [Theory]
    [InlineData(@"(?s)a\b.")]
    [InlineData(@"(?s)-\b.")]
    [InlineData(@"(?s)\b.\b")]
    [InlineData(@"(?s)\B.\B")]
    public void A_word_ends_where_DotNets_ends(string pattern)
    {
        var ours = AdoptersOf.Texts([], [pattern]).Value;
        var theirs = DotNetPattern.TryRead(pattern)!;

        Assert.DoesNotContain(
            Everything().SelectMany(c => (string[])[c, "a" + c, "-" + c]),
            key => ours.Contain(key) != theirs.IsMatch(key));
    }

    private static IEnumerable<string> Everything() =>
        Enumerable.Range(0, char.MaxValue + 1).Select(c => ((char)c).ToString());
}
