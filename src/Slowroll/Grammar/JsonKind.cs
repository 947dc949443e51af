using Slowroll.Texts;

namespace Slowroll.Grammar;

/// <summary>What kind of JSON a value is.</summary>
internal enum JsonKind
{
    Null,
    True,
    False,
    Number,
    String,

    /// <summary>A string with half a character in it, which no program can read as a text.</summary>
    BrokenString,
    List,
    Object,
}

/// <summary>A kind of JSON in a sentence.</summary>
internal static class JsonKinds
{
    /// <summary>"a string", "null".</summary>
    public static string InWords(this JsonKind kind) => kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.List => "a list",
        JsonKind.String => "a string",
        JsonKind.BrokenString => HalfCharacters.Description,
        JsonKind.Number => "a number",
        JsonKind.True => "true",
        JsonKind.False => "false",
        _ => "null",
    };
}
