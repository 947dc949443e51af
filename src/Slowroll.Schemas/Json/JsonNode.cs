namespace Slowroll.Schemas.Json;

/// <summary>A JSON value with its place in the text.</summary>
internal abstract class JsonNode(TextRange range)
{
    /// <summary>The value's place.</summary>
    public TextRange Range { get; } = range;
}

/// <summary>A JSON array.</summary>
internal sealed class JsonArray(TextRange range, IReadOnlyList<JsonNode> items) : JsonNode(range)
{
    /// <summary>The values, in the text's order.</summary>
    public IReadOnlyList<JsonNode> Items { get; } = items;
}

/// <summary>A JSON string.</summary>
internal sealed class JsonString(TextRange range, string text) : JsonNode(range)
{
    /// <summary>The text, unescaped.</summary>
    public string Text { get; } = text;
}

/// <summary>A JSON string with half a character in it (<c>\ud800</c>), which no program can read as a text.</summary>
internal sealed class JsonBrokenString(TextRange range, string text) : JsonNode(range)
{
    /// <summary>The text with U+FFFD in that place, to show it.</summary>
    public string Text { get; } = text;
}

/// <summary>A JSON number.</summary>
internal sealed class JsonNumber(TextRange range, string text) : JsonNode(range)
{
    /// <summary>The number as written, so that no digit is lost.</summary>
    public string Text { get; } = text;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class JsonBoolean(TextRange range, bool value) : JsonNode(range)
{
    /// <summary>Which of the two.</summary>
    public bool Value { get; } = value;
}

/// <summary><c>null</c>.</summary>
internal sealed class JsonNull(TextRange range) : JsonNode(range);
