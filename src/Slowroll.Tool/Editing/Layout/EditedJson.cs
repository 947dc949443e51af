using Slowroll.Schemas.Json;

namespace Slowroll.Tool.Editing.Layout;

/// <summary>An object in a JSON text that is edited field by field. All other bytes stay as they are.</summary>
internal sealed class EditedJson
{
    private TextRange _part;

    /// <param name="text">A text that can be read.</param>
    /// <param name="part">The object's place.</param>
    public EditedJson(string text, TextRange part)
    {
        (Text, _part) = (text, part);
        Root = Read();
    }

    /// <summary>The whole text, with the edits so far.</summary>
    public string Text { get; private set; }

    /// <summary>The object, with the edits so far and its places in the text.</summary>
    public JsonObject Root { get; private set; }

    /// <summary>Replaces the value of a member that counts, or adds the member at the end.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Set(string name, JsonDraft value)
    {
        if (Root.Find(name) is not { } member)
        {
            Insert(root => root, Root.AllMembers.Count, name, value);
            return false;
        }

        Replace(member, name, value);
        return true;
    }

    /// <summary>Makes another member of one; of several with the name, the others go.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Rename(string name, string to, JsonDraft value)
    {
        if (Root.Find(name) is not { } member)
            return false;

        Replace(member, to, value);
        Remove(name);
        return true;
    }

    /// <summary>Removes all members of a name.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string name)
    {
        var isThere = false;
        for (var index = IndexOf(name); index >= 0; index = IndexOf(name))
        {
            Apply(ElementRemoval.Of(Text, JsonElements.Of(Text, Root), index));
            isThere = true;
        }

        return isThere;
    }

    /// <summary>Adds a member to an object.</summary>
    /// <param name="find">Finds the object.</param>
    /// <param name="index">The place among its members.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public void Insert(Func<JsonObject, JsonNode> find, int index, string name, JsonDraft value)
    {
        var owner = (JsonObject)find(Root);
        var row = JsonElements.Of(Text, owner);
        var style = JsonStyle.Of(Text, owner, Root);
        var unit = row.IndentationUnit();
        Apply(ElementInsertion.Of(
            Text, row, index, style.Padding, style.Space,
            lineStart => JsonDraft.Member(name, value, style, lineStart, unit)));
    }

    /// <summary>Adds an item at the end of a list. An object has lines if the last object of the list has.</summary>
    /// <param name="find">Finds the list.</param>
    /// <param name="item">The item.</param>
    public void Append(Func<JsonObject, JsonNode> find, JsonDraft item)
    {
        var list = (JsonArray)find(Root);
        var last = list.Items.OfType<JsonObject>().LastOrDefault();
        var style = JsonStyle.Of(Text, [.. last is null ? [] : new[] { last }, Root]);
        var row = JsonElements.Of(Text, list);
        var ofLast = last is null ? null : JsonElements.Of(Text, last);
        var hasLines = ofLast?.LineStart() is not null;
        var unit = hasLines ? ofLast!.IndentationUnit() : row.IndentationUnit();
        Apply(ElementInsertion.Of(Text, row, list.Items.Count, "", style.Space, lineStart =>
        {
            // An object that begins in the line of its bracket still has lines of its own.
            var start = lineStart ?? (hasLines ? Trivia.LineBreakOf(Text) + Indentation(last!) : null);
            return (hasLines ? item.OnLines() : item).Write(style, start, unit);
        }));
    }

    private string Indentation(JsonNode node) => Trivia.IndentationAt(Text, node.Range.Start);

    private void Replace(JsonMember member, string name, JsonDraft value)
    {
        var row = JsonElements.Of(Text, Root);
        var style = JsonStyle.Of(Text, Root);
        var lineStart = row.LineStart();
        var written = value.Write(style, lineStart, row.IndentationUnit());
        TextChange ofValue = new(member.Value.Range.Start, member.Value.Range.End, written);
        Apply(member.Name == name
            ? [ofValue]
            : [new(member.NameRange.Start, member.NameRange.End, JsonText.Quote(name)), ofValue]);
    }

    private int IndexOf(string name)
    {
        for (var index = 0; index < Root.AllMembers.Count; index++)
        {
            if (Root.AllMembers[index].Name == name)
                return index;
        }

        return -1;
    }

    private void Apply(IReadOnlyList<TextChange> changes)
    {
        Text = TextChange.Apply(Text, changes);
        _part = new(_part.Start, _part.End + changes.Sum(change => change.Text.Length - change.End + change.Start));
        Root = Read();
    }

    // Spaces stand for what is before it, so that the places are those of the whole text.
    private JsonObject Read() => (JsonObject)JsonText.ReadConfig(
        string.Concat(new string(' ', _part.Start), Text.AsSpan(_part.Start, _part.Length))).Root!;
}
