using Slowroll.Schemas.Json;

namespace Slowroll.Generators.Tests.Json;

public class JsonTextTests
{
    [Theory]
    [InlineData("""{ "a": 1 }""")]
    [InlineData("""{ "🦊ü漢": "é\u00e9\n", "b" : [ true , null ] }""")]
    [InlineData("\uFEFF{ \"a\": { /* 🦊 */ \"b\": -1.5e3, }, }")]
    [InlineData("[\"\uD83E half\", 1]")]
    public void Every_name_and_value_has_its_place(string text)
    {
        var root = JsonText.Read(text).Root;

        Assert.NotNull(root);
        AssertPlaces(root, text);
    }

    [Fact]
    public void A_name_given_twice_keeps_both_places_and_the_last_value()
    {
        var root = Assert.IsType<JsonObject>(JsonText.Read("""{ "a": 1, "b": 2, "a": 3 }""").Root);

        Assert.Equal("3", Assert.IsType<JsonNumber>(root.Find("a")!.Value).Text);
        Assert.Equal([2, 10, 18], root.AllMembers.Select(member => member.NameRange.Start));
        Assert.Equal(["b", "a"], root.Members.Select(member => member.Name));
    }

    [Theory]
    [InlineData("{ \"a\": }", 7)]
    [InlineData("{\n  \"ü🦊\": nul }", 14)]
    [InlineData("{} x", 3)]
    [InlineData("{", 1)]
    [InlineData("\uFEFFnope", 2)]
    [InlineData("[\"\\ud800\"]", 1)]
    [InlineData("<html>", 0)]
    public void A_mistake_is_reported_at_its_character(string text, int expected)
    {
        var error = JsonText.Read(text).Error;

        Assert.NotNull(error);
        Assert.Equal(expected, error.Range.Start);
        Assert.DoesNotContain("LineNumber", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nesting_bomb_is_refused()
    {
        var error = JsonText.Read(new string('[', 10_000)).Error;

        Assert.Contains("depth of 64", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_gives_one_line_without_comments() => Assert.Equal(
        """{"a":[1.50,"x\"",null],"b":{}}""",
        JsonText.Write(JsonText.Read("{ // c\n \"a\": [1.50, \"x\\\"\", null,],\n \"b\": {} }").Root!));

    private static void AssertPlaces(JsonNode node, string text)
    {
        var written = text[node.Range.Start..node.Range.End];
        switch (node)
        {
            case JsonObject value:
                Assert.True(written is ['{', .., '}'], written);
                Assert.All(value.AllMembers, member =>
                {
                    Assert.Equal($"\"{member.Name}\"", text[member.NameRange.Start..member.NameRange.End]);
                    AssertPlaces(member.Value, text);
                });
                break;
            case JsonArray value:
                Assert.True(written is ['[', .., ']'], written);
                Assert.All(value.Items, item => AssertPlaces(item, text));
                break;
            case JsonString:
                Assert.True(written is ['"', .., '"'], written);
                break;
            default:
                Assert.Equal(JsonText.Write(node), written);
                break;
        }
    }
}
