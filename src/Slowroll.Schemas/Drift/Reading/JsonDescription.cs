using Slowroll.Grammar;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.Drift.Reading;

/// <summary>Describes JSON in messages.</summary>
internal static class JsonDescription
{
    private const int Shown = 40;

    /// <summary>A value's kind: "a string", "null".</summary>
    public static string Describe(JsonNode value) => new NodeValue(value).Kind.InWords();

    /// <summary>The value itself, shortened.</summary>
    public static string Show(JsonNode value) => MessageText.Of(JsonText.Write(value), Shown);
}
