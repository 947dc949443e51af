using Slowroll.Texts;

namespace Slowroll.Tests.Texts;

public class OneLineTests
{
    [Theory]
    [InlineData("features.install_to_opt_foo")]
    [InlineData("Grüße, 漢字, 😀")]
    [InlineData(@"C:\temp # remark")]
    [InlineData("")]
    public void A_text_that_is_safe_to_print_stays_as_it_is(string text) => Assert.Same(text, OneLine.Of(text));

    [Theory]
    [InlineData("a\nb", @"a\u000Ab")]
    [InlineData("a\r\nPay.cs(1,1): error CS0666: x", @"a\u000D\u000APay.cs(1,1): error CS0666: x")]
    [InlineData("\u001b[31mred", @"\u001B[31mred")]
    [InlineData("a\0b\u007fc", @"a\u0000b\u007Fc")]
    [InlineData("a\u0085b\u009bc", @"a\u0085b\u009Bc")]
    [InlineData("a\u2028b\u2029c", @"a\u2028b\u2029c")]
    [InlineData("a\u202eb\u2066c\u200fd\u061ce", @"a\u202Eb\u2066c\u200Fd\u061Ce")]
    [InlineData("a\u200bb\ufeffc", @"a\u200Bb\uFEFFc")]
    [InlineData("a\U000E0041b", @"a\uDB40\uDC41b")]
    [InlineData("##vso[task.complete]", @"\u0023#vso[task.complete]")]
    [InlineData("###", @"\u0023\u0023#")]
    public void What_a_terminal_a_log_or_a_build_server_would_obey_is_escaped(string text, string expected) =>
        Assert.Equal(expected, OneLine.Of(text));

    // Not as InlineData: an attribute holds whole characters only.
    [Fact]
    public void Half_a_surrogate_pair_is_escaped()
    {
        Assert.Equal(@"a\uD83D", OneLine.Of("a\ud83d"));
        Assert.Equal(@"\uDE00a", OneLine.Of("\ude00a"));
    }

    [Fact]
    public void Every_character_of_the_basic_plane_gives_one_line_without_controls()
    {
        for (var letter = 0; letter <= char.MaxValue; letter++)
        {
            var line = OneLine.Of($"a{(char)letter}b");
            Assert.DoesNotContain(
                line, each => char.IsControl(each) || each is '\u2028' or '\u2029' || char.IsSurrogate(each));
        }
    }

    [Fact]
    public void A_long_text_is_shortened() =>
        Assert.Equal(new string('a', OneLine.Longest) + "…", OneLine.Of(new string('a', 5_000_000)));

    [Fact]
    public void A_pair_that_is_cut_in_half_leaves_no_half_behind() =>
        Assert.Equal(new string('a', OneLine.Longest - 1) + @"\uD83D…",
            OneLine.Of(new string('a', OneLine.Longest - 1) + "😀😀"));

    [Fact]
    public void A_path_is_shown_whole() => Assert.Equal(1_000, OneLine.Escaped(new string('a', 1_000)).Length);
}
