using Slowroll.Planning.Page;

namespace Slowroll.Planning.Tests.Page;

public class HtmlTests
{
    [Theory]
    [InlineData("<b>", "&lt;b&gt;")]
    [InlineData("a\"'&", "a&quot;&#39;&amp;")]
    public void A_text_is_escaped(string text, string expected) => Assert.Equal(expected, ((Html)text).ToString());

    [Fact]
    public void An_instant_of_a_sentence_stays_on_one_line() => Assert.Equal(
        "&lt;i&gt; until <span class=\"whole\">Monday 2030-03-04 09:00Z</span> at 5&nbsp;%",
        Html.Sentence("<i> until Monday 2030-03-04 09:00Z at 5 %").ToString());

    [Fact]
    public void Nothing_is_no_markup() => Assert.Equal("", default(Html).ToString());
}
