namespace Slowroll.Schemas.Json;

/// <summary>A JSON object. A name that is given twice keeps both members; the last one counts.</summary>
internal sealed class JsonObject(TextRange range, IReadOnlyList<JsonMember> members) : JsonNode(range)
{
    private const int FewMembers = 8;

    private Dictionary<string, JsonMember>? _byName;

    /// <summary>Every member, in the text's order, with those that a later one overrides.</summary>
    public IReadOnlyList<JsonMember> AllMembers { get; } = members;

    /// <summary>The members that count.</summary>
    public IEnumerable<JsonMember> Members => AllMembers.Where(member => ReferenceEquals(Find(member.Name), member));

    /// <summary>The member of that name, or null.</summary>
    public JsonMember? Find(string name)
    {
        if (AllMembers.Count > FewMembers)
        {
            return (_byName ??= IndexByName()).TryGetValue(name, out var found) ? found : null;
        }

        for (var i = AllMembers.Count - 1; i >= 0; i--)
        {
            if (AllMembers[i].Name == name)
            {
                return AllMembers[i];
            }
        }

        return null;
    }

    private Dictionary<string, JsonMember> IndexByName()
    {
        Dictionary<string, JsonMember> byName = new(AllMembers.Count, StringComparer.Ordinal);
        foreach (var member in AllMembers)
        {
            byName[member.Name] = member;
        }

        return byName;
    }
}

/// <summary>A member of a <see cref="JsonObject"/>.</summary>
internal sealed class JsonMember(string name, TextRange nameRange, JsonNode value, bool isBroken = false)
{
    /// <summary>The name, unescaped.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the name holds half a character, so that no program can ask for it; U+FFFD replaces that
    /// half.</summary>
    public bool IsBroken { get; } = isBroken;

    /// <summary>The place of the name, with its quotes.</summary>
    public TextRange NameRange { get; } = nameRange;

    /// <summary>The value.</summary>
    public JsonNode Value { get; } = value;
}
