using Slowroll.Schemas.Json;
using Slowroll.Tool.Editing.Layout;

namespace Slowroll.Tool.Tests.Editing.Layout;

/// <summary>An edit changes what it is about, and no other byte.</summary>
public sealed class EditedJsonTests
{
    public static TheoryData<string, string> Additions => new()
    {
        // The layout of the neighbours.
        { """{ "a": 1 }""", """{ "a": 1, "x": 2 }""" },
        { """{"a":1}""", """{"a":1,"x":2}""" },
        { """{"a": 1}""", """{"a": 1, "x": 2}""" },
        { """{"a":1, "b":2}""", """{"a":1, "b":2, "x":2}""" },
        { """{"a" : 1,"b" : 2}""", """{"a" : 1,"b" : 2,"x" : 2}""" },
        { "{\n  \"a\": 1\n}", "{\n  \"a\": 1,\n  \"x\": 2\n}" },
        { "{\r\n\t\"a\": 1\r\n}", "{\r\n\t\"a\": 1,\r\n\t\"x\": 2\r\n}" },
        { "{\r    \"a\": 1\r}", "{\r    \"a\": 1,\r    \"x\": 2\r}" },
        { "{\n  \"a\": 1, \"b\": 2\n}", "{\n  \"a\": 1, \"b\": 2,\n  \"x\": 2\n}" },
        { "{\n  \"a\": 1,\n\n  \"b\": 2\n}", "{\n  \"a\": 1,\n\n  \"b\": 2,\n  \"x\": 2\n}" },
        { "{\n  \"a\": {\n    \"b\": 1\n  }\n}", "{\n  \"a\": {\n    \"b\": 1\n  },\n  \"x\": 2\n}" },
        { "{ \"a\": {\n    \"b\": 1\n  } }", "{ \"a\": {\n    \"b\": 1\n  }, \"x\": 2 }" },

        // Trailing commas.
        { """{ "a": 1, }""", """{ "a": 1, "x": 2, }""" },
        { "{\n  \"a\": 1,\n}", "{\n  \"a\": 1,\n  \"x\": 2,\n}" },
        { "{\n  \"a\": 1\n  ,\n}", "{\n  \"a\": 1\n  ,\n  \"x\": 2,\n}" },

        // Comments stay with what they are about.
        { "{\n  \"a\": 1 // one\n}", "{\n  \"a\": 1, // one\n  \"x\": 2\n}" },
        { "{\n  \"a\": 1, // one\n}", "{\n  \"a\": 1, // one\n  \"x\": 2,\n}" },
        { "{\n  \"a\": 1 // one\n  // end\n}", "{\n  \"a\": 1, // one\n  \"x\": 2\n  // end\n}" },
        { "{\n  \"a\": 1 /* one\n two */\n}", "{\n  \"a\": 1, /* one\n two */\n  \"x\": 2\n}" },
        { """{ "a": 1 /* one */ }""", """{ "a": 1, /* one */ "x": 2 }""" },
        { """{ "a": 1 /* one */, /* two */ }""", """{ "a": 1 /* one */, /* two */ "x": 2, }""" },
        { "{ \"a\": 1 // one\n}", "{ \"a\": 1, // one\n  \"x\": 2\n}" },
        { "{ // open\n  \"a\": 1\n}", "{ // open\n  \"a\": 1,\n  \"x\": 2\n}" },
        { """{ "a": "/* no comment, }" }""", """{ "a": "/* no comment, }", "x": 2 }""" },

        // Empty ones.
        { "{}", """{ "x": 2 }""" },
        { "{ }", """{ "x": 2 }""" },
        { "{/**/}", """{/**/ "x": 2}""" },
        { "{ /* c */ }", """{ /* c */ "x": 2 }""" },
        { "{\n}", "{\n  \"x\": 2\n}" },
        { "{ // c\n}", "{ // c\n  \"x\": 2\n}" },
        { "{\n\t// c\n\t// d\n}", "{\n\t// c\n\t// d\n\t\"x\": 2\n}" },
        { "{\n /* c */ }", "{\n /* c */\n \"x\": 2 }" },

        // The last of several counts, and is replaced.
        { """{ "x": 1, "a": 1, "x": 1 }""", """{ "x": 1, "a": 1, "x": 2 }""" },
        { """{ "\u0078": 1 }""", """{ "\u0078": 2 }""" },
        { """{ "x" : /* b */ { "y": 1 } /* c */ }""", """{ "x" : /* b */ 2 /* c */ }""" },
    };

    public static TheoryData<string, string> Removals => new()
    {
        { """{ "x": 1 }""", "{}" },
        { """{ "x": 1, }""", "{ }" },
        { """{ "a": 1, "x": 1 }""", """{ "a": 1 }""" },
        { """{ "a": 1, "x": 1, }""", """{ "a": 1, }""" },
        { """{ "x": 1, "a": 1 }""", """{ "a": 1 }""" },
        { """{"x":1,"a":1}""", """{"a":1}""" },
        { """{"a":1,"x":1}""", """{"a":1}""" },
        { """{ "x": 1, "a": 1, "x": 2, "\u0078": 3 }""", """{ "a": 1 }""" },
        { "{\n  \"x\": 1\n}", "{\n}" },
        { "{\n  \"x\": 1,\n  \"a\": 1\n}", "{\n  \"a\": 1\n}" },
        { "{\r\n\t\"a\": 1,\r\n\t\"x\": 1\r\n}", "{\r\n\t\"a\": 1\r\n}" },
        { "{\n  \"a\": 1, \"x\": 1,\n  \"b\": 1\n}", "{\n  \"a\": 1,\n  \"b\": 1\n}" },
        { "{\n  \"x\": 1, \"a\": 1,\n  \"b\": 1\n}", "{\n  \"a\": 1,\n  \"b\": 1\n}" },
        { "{\n  \"a\": 1, // one\n  \"x\": 1 // two\n}", "{\n  \"a\": 1 // one\n  // two\n}" },
        { "{\n  \"a\": 1, // one\n  \"x\": 1, // two\n}", "{\n  \"a\": 1, // one\n  // two\n}" },
        { "{\n  \"a\": 1, // one\n  \"x\": 1 }", "{\n  \"a\": 1 // one\n  }" },
        { "{\n  // above\n  \"x\": 1,\n  \"a\": 1\n}", "{\n  // above\n  \"a\": 1\n}" },
        { """{ "a": 1 /* a */, /* b */ "x": 1 /* c */ }""", """{ "a": 1 /* a */ /* b */ /* c */ }""" },
        { """{ "x": 1 /* a */ , "a": 1 }""", """{  /* a */  "a": 1 }""" },
        { "{ \"a\": 1\n, \"x\": 1\n}", "{ \"a\": 1\n\n}" },
    };

    [Theory]
    [MemberData(nameof(Additions))]
    public void A_member_is_added_or_replaced_as_its_neighbours_are_laid_out(string text, string edited) =>
        Assert.Equal(Inside(edited), Edit(text, json => json.Set("x", JsonDraft.Raw("2"))));

    [Theory]
    [MemberData(nameof(Removals))]
    public void A_member_is_removed_with_its_comma_and_comments_stay(string text, string edited) =>
        Assert.Equal(Inside(edited), Edit(text, json => json.Remove("x")));

    [Theory]
    [InlineData("[]", "[{ \"f\": 1 }]")]
    [InlineData("[ ]", "[{ \"f\": 1 }]")]
    [InlineData("[{ \"f\": 0 }]", "[{ \"f\": 0 }, { \"f\": 1 }]")]
    [InlineData("[{\"f\":0}]", "[{\"f\":0},{\"f\":1}]")]
    [InlineData("[{\"f\": 0}, {\"f\": 0}]", "[{\"f\": 0}, {\"f\": 0}, {\"f\": 1}]")]
    [InlineData("[{ \"f\": 0 }, ]", "[{ \"f\": 0 }, { \"f\": 1 }, ]")]
    [InlineData("[\n  { \"f\": 0 } // a\n]", "[\n  { \"f\": 0 }, // a\n  { \"f\": 1 }\n]")]
    [InlineData("[\n\t{\n\t\t\"f\": 0\n\t}\n]", "[\n\t{\n\t\t\"f\": 0\n\t},\n\t{\n\t\t\"f\": 1\n\t}\n]")]
    [InlineData("[{\n  \"f\": 0\n}]", "[{\n  \"f\": 0\n}, {\n  \"f\": 1\n}]")]
    [InlineData("[\r\n    // none\r\n]", "[\r\n    // none\r\n    { \"f\": 1 }\r\n]")]
    public void An_item_is_added_as_its_neighbours_are_laid_out(string list, string edited)
    {
        var text = $"{{ \"list\": {list} }}";
        EditedJson json = new(text, new(0, text.Length));

        json.Append(root => root.Find("list")!.Value, JsonDraft.Object(("f", JsonDraft.Raw("1"))));

        Assert.Equal($"{{ \"list\": {edited} }}", json.Text);
    }

    [Theory]
    [InlineData("{ \"a\": 1 }", 0, "{ \"x\": 2, \"a\": 1 }")]
    [InlineData("{\"a\":1}", 0, "{\"x\":2,\"a\":1}")]
    [InlineData("{\n  // of a\n  \"a\": 1\n}", 0, "{\n  \"x\": 2,\n  // of a\n  \"a\": 1\n}")]
    [InlineData("{ // open\n  \"a\": 1\n}", 0, "{ // open\n  \"x\": 2,\n  \"a\": 1\n}")]
    [InlineData("{\n  \"a\": 1, // of a\n  \"b\": 1\n}", 1, "{\n  \"a\": 1, // of a\n  \"x\": 2,\n  \"b\": 1\n}")]
    [InlineData("{ \"a\": 1, \"b\": 1 }", 1, "{ \"a\": 1, \"x\": 2, \"b\": 1 }")]
    [InlineData("{ \"a\": 1 /* a */ , /* b */ \"b\": 1 }", 1, "{ \"a\": 1 /* a */ , /* b */ \"x\": 2, \"b\": 1 }")]
    public void A_member_is_inserted_between_others(string text, int index, string edited)
    {
        EditedJson json = new(text, new(0, text.Length));

        json.Insert(root => root, index, "x", JsonDraft.Raw("2"));

        Assert.Equal(edited, json.Text);
    }

    [Fact]
    public void What_was_added_and_is_removed_again_leaves_every_byte_as_it_was()
    {
        Assert.All(Layouts.All, text =>
        {
            EditedJson json = new(text, new(0, text.Length));
            json.Set("x", JsonDraft.Raw("[1, 2]"));
            Assert.Equal("[1,2]", JsonText.Write(JsonText.Read(json.Text).Root is JsonObject root
                ? root.Find("x")!.Value
                : throw new InvalidOperationException(json.Text)));

            json.Remove("x");

            Assert.Equal(text, json.Text);
        });
    }

    [Fact]
    public void Removing_any_member_leaves_the_others_and_all_comments()
    {
        Assert.All(Layouts.All, text =>
        {
            var root = (JsonObject)JsonText.Read(text).Root!;
            foreach (var member in root.Members)
            {
                EditedJson json = new(text, new(0, text.Length));
                json.Remove(member.Name);

                var after = Assert.IsType<JsonObject>(JsonText.Read(json.Text).Root);
                Assert.Equal(
                    root.AllMembers.Where(other => other.Name != member.Name).Select(Shown),
                    after.AllMembers.Select(Shown));
                Assert.Equal(Comments(text), Comments(json.Text));
            }
        });
    }

    [Fact]
    public void An_edit_of_a_part_leaves_what_is_around_it()
    {
        const string Text = "/* é */ { \"flags\": {\r\n\t\"😀.\\\"\": { \"a\": 1 }\r\n} } // end";
        var flag = ((JsonObject)((JsonObject)JsonText.Read(Text).Root!).Find("flags")!.Value).AllMembers[0].Value;
        EditedJson json = new(Text, flag.Range);

        json.Set("x", JsonDraft.Text("é\"\n"));
        json.Set("a", JsonDraft.Raw("12345"));
        json.Remove("a");

        Assert.Equal(
            "/* é */ { \"flags\": {\r\n\t\"😀.\\\"\": { \"x\": \"é\\\"\\n\" }\r\n} } // end", json.Text);
    }

    private static string Edit(string text, Action<EditedJson> edit)
    {
        // Something before it and something behind it.
        var whole = Inside(text);
        EditedJson json = new(whole, new("[1, ".Length, "[1, ".Length + text.Length));
        edit(json);
        return json.Text;
    }

    private static string Inside(string text) => $"[1, {text}, 2]";

    private static string Shown(JsonMember member) => $"{member.Name}={JsonText.Write(member.Value)}";

    private static string[] Comments(string text) =>
    [
        .. RelaxedJson.Find(text).Where(found => found.IsComment)
            .Select(found => text[found.Range.Start..found.Range.End]),
    ];
}
