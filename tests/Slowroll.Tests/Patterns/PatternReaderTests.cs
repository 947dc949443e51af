using Slowroll.Patterns;

namespace Slowroll.Tests.Patterns;

/// <summary>Every construct by name: what fits it, what doesn't, and what is refused.</summary>
public class PatternReaderTests
{
    [Theory]
    [InlineData("web-1", "web-1", "web-11")]
    [InlineData(@"web\.example", "web.example", "web-example")]
    [InlineData("", "", "a")]
    [InlineData("web-.*", "web-1", "db-1")]
    [InlineData("a.c", "abc", "a\nc")]
    [InlineData("(?s)a.c", "a\nc", "ac")]
    [InlineData("a|bc|", "bc", "ac")]
    [InlineData("(a|b)+c", "abac", "c")]
    [InlineData("(?:ab)*", "abab", "aba")]
    [InlineData("(?<host>a)(?'n'b)(?<3>c)", "abc", "ab")]
    [InlineData("a{2}", "aa", "a")]
    [InlineData("a{2,}", "aaaa", "a")]
    [InlineData("a{2,3}", "aaa", "aaaa")]
    [InlineData("a{0}b", "b", "ab")]
    [InlineData("a*?b+?c??", "aab", "aac")]
    [InlineData("a{,2}", "a{,2}", "aa")]
    [InlineData("a{", "a{", "a")]
    [InlineData("]}", "]}", "]")]
    [InlineData(@"\Aa\z", "a", "a\n")]
    [InlineData("^a$\n?", "a\n", "a\n\n")]
    [InlineData(@"a\Z\n?", "a\n", "b")]
    [InlineData("(?m)^a$\n^b$", "a\nb", "ab")]
    [InlineData(@"a\b-\bb", "a-b", "ab")]
    [InlineData(@"a\Bb", "ab", "a b")]
    [InlineData(@"\d+", "1٣", "½")]
    [InlineData(@"\w+", "aé_1", "a-b")]
    [InlineData(@"\S\s\S", "a\u00a0b", "abc")]
    [InlineData(@"\D\W", "a-", "1-")]
    [InlineData(@"\p{Lu}\P{Lu}", "Aa", "aA")]
    [InlineData(@"\p{IsGreek}+", "αβγ", "abc")]
    [InlineData("[a-c]", "b", "d")]
    [InlineData("[^a-c]", "d", "b")]
    [InlineData("[]a]", "]", "b")]
    [InlineData("[a-]", "-", "b")]
    [InlineData(@"[\]\-\\]+", @"]-\", "a")]
    [InlineData("[a-z-[aeiou]]", "b", "e")]
    [InlineData(@"[\w-[\d-[5]]]", "5", "4")]
    [InlineData("[[:a]+", "[:a", "b")]
    [InlineData("(?i)Web-[a-c]", "wEB-C", "web-d")]
    [InlineData("(?i)k", "\u212a", "q")]
    [InlineData("(?i)a(?-i)b", "Ab", "AB")]
    [InlineData("(?i:a)b", "Ab", "aB")]
    [InlineData("(a(?i)b|c)d", "Cd", "CD")]
    [InlineData(@"(?i)\p{Lu}", "a", "1")]
    [InlineData("(?x) a b # words\n c", "abc", "a b c")]
    [InlineData(@"(?x)a\ [ ]b", "a  b", "ab")]
    [InlineData("a(?#here)b", "ab", "a")]
    [InlineData("(?n)(a)", "a", "b")]
    [InlineData(@"\x41\u0042\0\cA\e\a\t\n\r\f\v", "AB\0\u0001\u001b\a\t\n\r\f\v", "AB")]
    [InlineData(@"[\b\x41-\x43]", "\b", "D")]
    [InlineData(@"\012", "\n", "2")]
    [InlineData(@"\<a\'b", "<a'b", "ab")]
    [InlineData("(?:a*)*b", "aab", "aac")]
    [InlineData("(?:|a)*b", "aab", "ba")]
    [InlineData("(?:^a|b)*", "abb", "aba")]
    public void A_pattern_fits_whole_keys_as_DotNet_has_it(string pattern, string fits, string fitsNot)
    {
        var ours = AdoptersOf.Texts([], [pattern]);
        var theirs = DotNetPattern.TryRead(pattern);

        Assert.Null(ours.Error);
        Assert.Equal((true, false), (ours.Value.Contain(fits), ours.Value.Contain(fitsNot)));
        Assert.Equal((true, false), (theirs!.IsMatch(fits), theirs.IsMatch(fitsNot)));
    }

    [Theory]
    [InlineData("(", "Not enough )'s")]
    [InlineData("a)", "Too many )'s")]
    [InlineData("a)|(b", "Too many )'s")]
    [InlineData("[a", "a [ without ]")]
    [InlineData("[z-a]", "z-a, a range in reverse order")]
    [InlineData(@"[a-\d]", @"ends with \d")]
    [InlineData("[a-z-[b]c]", "must be the last part")]
    [InlineData("[a-[]b]]", @"write \]")]
    [InlineData("*a", "nothing to repeat")]
    [InlineData("a**", "nothing to repeat")]
    [InlineData("(?i)+", "nothing to repeat")]
    [InlineData("a{2,1}", "first number is the larger")]
    [InlineData("a{99999999999}", "too large")]
    [InlineData(@"a\", "ends with a backslash")]
    [InlineData(@"\y", @"\y, which means nothing")]
    [InlineData(@"\x4", "hexadecimal")]
    [InlineData(@"\c1", "control character")]
    [InlineData(@"\p{Nothing}", "nothing is called so")]
    [InlineData(@"\pL", "without a name")]
    [InlineData("(?#a", "comment")]
    [InlineData("(?x)a #b", "a line break ends one")]
    [InlineData("(?q)", "do not know")]
    [InlineData("(?<a", "name that is none")]
    [InlineData("(?=a)b", "neither look-around nor back-references")]
    [InlineData("(?!a)b", "neither look-around nor back-references")]
    [InlineData("(?<=a)b", "neither look-around nor back-references")]
    [InlineData("(?<!a)b", "neither look-around nor back-references")]
    [InlineData(@"(a)\1", "neither look-around nor back-references")]
    [InlineData(@"(?<n>a)\k<n>", "neither look-around nor back-references")]
    [InlineData(@"(?<n>a)\<n>", "neither look-around nor back-references")]
    [InlineData("(?>a)", "atomic")]
    [InlineData("(?(a)b)", "condition")]
    [InlineData("(?<a>b)(?<c-a>d)", "balances")]
    [InlineData(@"\Ga", @"\G")]
    public void What_is_no_pattern_is_refused_in_a_sentence(string pattern, string reason)
    {
        var error = Pattern.Parse(pattern).Error;

        Assert.StartsWith($"The early adopter pattern '{pattern}' can't be used: ", error, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.EndsWith(".", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_is_one_short_line_whatever_the_pattern_holds()
    {
        var error = Pattern.Parse($"[\n##vso[\u202e{new string('x', 900)}").Error!;

        Assert.InRange(error.Length, 100, 400);
        Assert.DoesNotContain(error, c => c is '\n' or '\u202e');
        Assert.DoesNotContain("##", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("web-1")]
    [InlineData(@"web\.example\-1")]
    [InlineData("")]
    [InlineData("(?:we)b{1}(?#x)")]
    public void A_plain_text_needs_no_automaton_and_costs_nothing(string pattern) =>
        Assert.Equal((true, 0),
            (Pattern.Parse(pattern).Value.PlainText is not null, Pattern.Parse(pattern).Value.Cost));
}
