using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Schemas.Reading;

/// <summary>The forms of the published base schema: no file is read inside the compiler.</summary>
internal static class BaseSchema
{
    public const string FileName = "slowroll.schema.json";

    private static readonly Dictionary<string, BaseForm> ByFragment = new(StringComparer.Ordinal)
    {
        ["#/$defs/rollout"] = new(null),
        ["#/$defs/boolean"] = new(KnownTypes.Find("boolean", null)),
        ["#/$defs/string"] = new(KnownTypes.Find("string", null)),
        ["#/$defs/integer"] = new(KnownTypes.Find("integer", null)),
        ["#/$defs/number"] = new(KnownTypes.Find("number", null)),
    };

    public static string Forms { get; } = string.Join(", ", ByFragment.Keys);

    /// <summary>The path of the base schema as a schema refers to it: it may be in another folder.</summary>
    /// <param name="schema">The schema's text.</param>
    public static string PathIn(string schema)
    {
        var end = schema.IndexOf($"{FileName}#/", StringComparison.Ordinal);
        var start = end < 0 ? -1 : schema.LastIndexOf('"', end);
        return start < 0 ? FileName : schema.Substring(start + 1, end - start - 1) + FileName;
    }

    /// <summary>How a schema refers to the form of the settings of a config.</summary>
    /// <param name="schema">The schema's text.</param>
    public static string SettingsReferenceIn(string schema) => $"{PathIn(schema)}#/$defs/settings";

    public static BaseForm? Find(string fragment) => ByFragment.TryGetValue(fragment, out var form) ? form : null;
}

/// <summary>A form of rollout that the base schema has.</summary>
/// <param name="Value">The type of its values; null for the rollout of any JSON.</param>
internal sealed record BaseForm(ValueType? Value);
