using System.Globalization;
using System.Text;

namespace Slowroll.Schemas.Naming;

/// <summary>Makes C# names of any text.</summary>
public static class Identifier
{
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

    /// <summary><c>install_to-opt.foo</c> becomes <c>InstallToOptFoo</c>; null if no letter or digit is left.</summary>
    public static string? Pascal(string text) => Join(Words(text), upperFirst: true);

    /// <summary><c>user-id</c> becomes <c>userId</c>; null if no letter or digit is left.</summary>
    public static string? Camel(string text) => Join(Words(text), upperFirst: false);

    /// <summary>Whether the text is a PascalCase name already, such as <c>SomeCLI</c>.</summary>
    public static bool IsPascal(string text) => Join(SplitAtMarks(text), upperFirst: true) == text && text[0] != '_';

    /// <summary>The name of a member as the name of a field: <c>SomeCli</c> becomes <c>_someCli</c>.</summary>
    public static string Field(string name) => $"_{char.ToLowerInvariant(name[0])}{name.Substring(1)}";

    /// <summary>The name as C# wants it written: keywords get their <c>@</c>.</summary>
    public static string Escape(string name) => Keywords.Contains(name) ? $"@{name}" : name;

    /// <summary>A dotted name as a namespace; whatever C# does not allow becomes an underscore.</summary>
    public static string Namespace(string dotted) => string.Join(".", dotted.Split('.').Where(part => part is not "").Select(Part));

    private static string Part(string part)
    {
        StringBuilder name = new(part.Length);
        foreach (var letter in part)
        {
            name.Append(IsNameCharacter(letter) ? letter : '_');
        }

        return StartsName(name[0]) || name[0] == '_' ? Escape(name.ToString()) : $"_{name}";
    }

    // A key in capitals only has words that say nothing about case: MAX_SIZE is MaxSize.
    private static List<string> Words(string text) =>
        SplitAtMarks(text.Any(char.IsLower) ? text : text.ToLowerInvariant());

    private static List<string> SplitAtMarks(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        foreach (var letter in text)
        {
            if (word.Length == 0 ? StartsWord(letter) : IsNameCharacter(letter))
            {
                word.Append(letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.Format) // nobody would see it part words
            {
                EndWord();
            }
        }

        EndWord();
        return words;

        void EndWord()
        {
            // One letter can be written in two ways; C# would take them for two names.
            if (word.Length > 0)
            {
                words.Add(word.ToString().Normalize());
            }

            word.Clear();
        }
    }

    private static string? Join(List<string> words, bool upperFirst)
    {
        if (words.Count == 0)
        {
            return null;
        }

        StringBuilder name = new();
        foreach (var word in words)
        {
            var first = name.Length > 0 || upperFirst ? char.ToUpperInvariant(word[0]) : char.ToLowerInvariant(word[0]);
            name.Append(first).Append(word, 1, word.Length - 1);
        }

        return StartsName(name[0]) ? name.ToString() : $"_{name}";
    }

    private static bool StartsName(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static bool StartsWord(char letter) => StartsName(letter) || char.IsDigit(letter);

    // A combining mark belongs to the letter before it.
    private static bool IsNameCharacter(char letter) => StartsWord(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
