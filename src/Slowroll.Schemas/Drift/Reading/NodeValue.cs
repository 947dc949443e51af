using System.Collections;
using Slowroll.Grammar;
using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Drift.Reading;

/// <summary>JSON of a config, with its place, for the common grammar.</summary>
internal readonly struct NodeValue(JsonNode node) : IJsonValue<NodeValue>
{
    public JsonNode Node => node;

    public JsonKind Kind => node switch
    {
        JsonObject => JsonKind.Object,
        JsonArray => JsonKind.List,
        JsonString => JsonKind.String,
        JsonBrokenString => JsonKind.BrokenString,
        JsonNumber => JsonKind.Number,
        JsonBoolean { Value: var truth } => truth ? JsonKind.True : JsonKind.False,
        _ => JsonKind.Null,
    };

    public string Text => node switch
    {
        JsonString text => text.Text,
        JsonNumber number => number.Text,
        _ => "",
    };

    public IEnumerable<string> Names => ((JsonObject)node).AllMembers.Select(member => member.Name);

    public bool TryGet(string name, out NodeValue value)
    {
        var member = (node as JsonObject)?.Find(name);
        value = new(member?.Value!);
        return member is not null;
    }

    // The other elements have no effect; another check reports each of them.
    public IReadOnlyList<string> ReadTexts(out string? others)
    {
        others = null;
        return new TextNodes([.. ((JsonArray)node).Items.OfType<JsonString>()]);
    }

    public NodeValue TextAt(IReadOnlyList<string> texts, int index) => new(((TextNodes)texts).Nodes[index]);

    private sealed class TextNodes(IReadOnlyList<JsonString> nodes) : IReadOnlyList<string>
    {
        public IReadOnlyList<JsonString> Nodes => nodes;

        public int Count => nodes.Count;

        public string this[int index] => nodes[index].Text;

        public IEnumerator<string> GetEnumerator() => nodes.Select(node => node.Text).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
