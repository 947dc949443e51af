using Slowroll.Rollouts;

namespace Slowroll.Tests.Rollouts;

public class TextFilterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(3_000)]
    public void Every_text_of_the_set_may_be_in_it(int count)
    {
        List<string> texts = [.. Enumerable.Range(0, count).Select(TextOf)];
        TextFilter filter = new(texts);

        Assert.All(texts, text => Assert.True(filter.MayHave(new string(text))));
    }

    [Fact]
    public void Most_texts_that_are_not_in_the_set_are_turned_away()
    {
        TextFilter filter =
            new([.. Enumerable.Range(0, 10_000).Select(number => $"host-{number:0000}.prod.example.com")]);

        var kept = Enumerable.Range(0, 10_000).Count(number => filter.MayHave($"web-{number:0000}.prod.example.com"));

        Assert.InRange(kept, 0, 1_000);
    }

    [Fact]
    public void An_empty_set_turns_every_text_away() =>
        Assert.DoesNotContain(true, Enumerable.Range(0, 1_000).Select(TextOf).Select(new TextFilter([]).MayHave));

    // Of all lengths from nothing on, with letters of all sizes.
    private static string TextOf(int number) =>
        string.Concat(Enumerable.Range(0, number % 40).Select(at => (char)(number * 31 + at * 977)));
}
