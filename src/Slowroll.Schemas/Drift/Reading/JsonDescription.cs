using Slowroll.Grammar;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.Drift.Reading;

/// <summary>JSON in a sentence.</summary>
internal static class JsonDescription
{
    private const int Shown = 40;

    /// <summary>A value's kind: "a string", "null".</summary>
    public static string Describe(JsonNode value) => new NodeValue(value).Kind.InWords();

    /// <summary>The value itself, if it is short enough to be read.</summary>
    public static string Show(JsonNode value) => MessageText.Of(JsonText.Write(value), Shown);
}
