using System.Globalization;
using System.Text;

namespace Slowroll.Schemas.Naming;

/// <summary>Makes C# names of any text.</summary>
internal static class Identifier
{
    // An assembly allows names of 1,023 bytes, and some generated names add words to these.
    private const int MostBytes = 900;

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const",
        "continue", "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern",
        "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface",
        "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override",
        "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof",
        "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint",
        "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    /// <summary><c>install_to-opt.foo</c> becomes <c>InstallToOptFoo</c>; null if no letter or digit is left, or too
    /// many for a name.</summary>
    public static string? Pascal(string text) => Join(Quietly(text), upperFirst: true);

    /// <summary><c>user-id</c> becomes <c>userId</c>; null if no letter or digit is left, or too
    /// many for a name.</summary>
    public static string? Camel(string text) => Join(Quietly(text), upperFirst: false);

    /// <summary>Whether the text is a PascalCase name already, such as <c>SomeCLI</c>.</summary>
    public static bool IsPascal(string text) => Join(text, upperFirst: true) == text && text[0] != '_';

    /// <summary>The name of a member as the name of a field: <c>SomeCli</c> becomes <c>_someCli</c>.</summary>
    // Only A to Z: in other alphabets two letters may share their lower-case form, and two names would be one field.
    public static string Field(string name) =>
        name[0] is >= 'A' and <= 'Z' ? $"_{char.ToLowerInvariant(name[0])}{name.Substring(1)}" : $"_{name}";

    /// <summary>The name as C# wants it written: keywords get their <c>@</c>.</summary>
    public static string Escape(string name) => Keywords.Contains(name) ? $"@{name}" : name;

    /// <summary>A dotted name as a namespace; characters that C# does not allow become underscores.</summary>
    public static string Namespace(string dotted) =>
        string.Join(".", dotted.Split('.').Where(part => part is not "").Select(Part));

    private static string Part(string part)
    {
        StringBuilder name = new(part.Length);
        foreach (var letter in part)
        {
            name.Append(IsNameCharacter(letter) ? letter : '_');
        }

        return StartsName(name[0]) || name[0] == '_' ? Escape(name.ToString()) : $"_{name}";
    }

    // In a name with capitals only, capitals don't begin words: MAX_SIZE is MaxSize.
    private static string Quietly(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsLower(letter))
            {
                return text;
            }
        }

        return text.ToLowerInvariant();
    }

    // Words end at characters that a name can't have, and begin with a capital.
    private static string? Join(string text, bool upperFirst)
    {
        StringBuilder name = new(text.Length);
        var isInWord = false;
        foreach (var letter in text)
        {
            if (isInWord && IsNameCharacter(letter))
            {
                name.Append(letter);
            }
            else if (StartsWord(letter))
            {
                name.Append(name.Length > 0 || upperFirst
                    ? char.ToUpperInvariant(letter)
                    : char.ToLowerInvariant(letter));
                isInWord = true;
            }
            // It is invisible, so it doesn't separate words.
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.Format)
            {
                isInWord = false;
            }
        }

        if (name.Length == 0)
        {
            return null;
        }

        // One letter can be encoded in two ways; C# would see two names.
        var joined = name.ToString().Normalize();
        return Encoding.UTF8.GetByteCount(joined) > MostBytes ? null : StartsName(joined[0]) ? joined : $"_{joined}";
    }

    private static bool StartsName(char letter) =>
        !HiddenText.IsBlankLetter(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static bool StartsWord(char letter) => StartsName(letter) || char.IsDigit(letter);

    // A combining mark belongs to the letter before it.
    private static bool IsNameCharacter(char letter) => StartsWord(letter) || (!HiddenText.IsBlankLetter(letter)
        && CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark);
}
