namespace Slowroll.Schemas.Json;

/// <summary>A JSON value with its place in the text.</summary>
public abstract class JsonNode(TextRange range)
{
    /// <summary>The value's place.</summary>
    public TextRange Range { get; } = range;
}

/// <summary>A JSON array.</summary>
public sealed class JsonArray(TextRange range, IReadOnlyList<JsonNode> items) : JsonNode(range)
{
    /// <summary>The values, in the text's order.</summary>
    public IReadOnlyList<JsonNode> Items { get; } = items;
}

/// <summary>A JSON string.</summary>
public sealed class JsonString(TextRange range, string text) : JsonNode(range)
{
    /// <summary>The text, unescaped.</summary>
    public string Text { get; } = text;
}

/// <summary>A JSON string with half a character in it (<c>\ud800</c>), which no program can read as a text.</summary>
public sealed class JsonBrokenString(TextRange range, string text) : JsonNode(range)
{
    /// <summary>The text with U+FFFD in that place, to show it.</summary>
    public string Text { get; } = text;
}

/// <summary>A JSON number.</summary>
public sealed class JsonNumber(TextRange range, string text) : JsonNode(range)
{
    /// <summary>The number as written, so that no digit is lost.</summary>
    public string Text { get; } = text;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class JsonBoolean(TextRange range, bool value) : JsonNode(range)
{
    /// <summary>Which of the two.</summary>
    public bool Value { get; } = value;
}

/// <summary><c>null</c>.</summary>
public sealed class JsonNull(TextRange range) : JsonNode(range);
