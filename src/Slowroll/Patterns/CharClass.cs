using System.Globalization;
using System.Text;

namespace Slowroll.Patterns;

/// <summary>A class of characters, as it was read: <c>[a-z\d]</c>, <c>\p{Lu}</c>, <c>.</c>, or a letter whose case
/// doesn't count.</summary>
internal sealed class CharClass
{
    private const int RangesOfOneCost = 16;

    // \d and the like, which most patterns have: all patterns share one class of each, with one set.
    private static readonly Dictionary<char, CharClass> Shorthands = "dDwWsS".ToDictionary(
        letter => letter, letter => new CharClass { Sets = [new(@"\" + letter, IgnoresCase: false)] });

    private CharSet? _set;

    /// <summary>Every character.</summary>
    public static CharClass Any { get; } = new() { Ranges = [new('\0', '\uffff')] };

    /// <summary>Every character but a line feed.</summary>
    public static CharClass NoLineFeed { get; } = new() { Ranges = [new('\n', '\n')], IsNegated = true };

    /// <summary>The characters that are parts of words for <c>\b</c>: <c>\w</c> and the two joiners without
    /// width.</summary>
    public static CharClass WordPart { get; } =
        new() { Ranges = [new('\u200c', '\u200d')], Sets = [new("\\w", IgnoresCase: false)] };

    public IReadOnlyList<CharRange> Ranges { get; init; } = [];

    /// <summary>The sets in it that .NET knows by name.</summary>
    public IReadOnlyList<NamedSet> Sets { get; init; } = [];

    public bool IsNegated { get; init; }

    /// <summary>Whether <see cref="Ranges"/> mean both cases of their letters.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>The class that is subtracted.</summary>
    public CharClass? Subtracted { get; init; }

    /// <summary>The class in the form in which a character is searched; made when it is first needed.</summary>
    public CharSet Set => _set ??= new(this);

    /// <summary>The class that has only this set.</summary>
    public static CharClass Of(NamedSet set) =>
        set.Escape is { Length: 2 } shorthand ? Shorthands[shorthand[1]] : new() { Sets = [set] };

    /// <summary>How many steps a character of the class counts for: a search in a large class takes longer.</summary>
    public int Cost => 1 + Sets.Count + (Ranges.Count / RangesOfOneCost) + (Subtracted?.Cost ?? 0);

    /// <summary>Whether it is one character of ASCII.</summary>
    public bool IsAsciiLetter => Ranges.Count == 1 && Ranges[0].First == Ranges[0].Last && Ranges[0].First <= '\x7f';

    /// <summary>The ranges as a class in .NET's syntax, if .NET has to be asked for the other case of their letters;
    /// else null.</summary>
    /// <remarks>The text has only the numbers of the characters: .NET's engine never gets a text from a
    /// config.</remarks>
    public string? CaselessText
    {
        get
        {
            if (!IgnoresCase || Ranges.Count == 0)
                return null;

            var text = new StringBuilder("(?i:[");
            foreach (var range in Ranges)
                text.Append(Escaped(range.First)).Append('-').Append(Escaped(range.Last));
            return text.Append("])").ToString();
        }
    }

    private static string Escaped(char c) => @"\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
}

/// <summary>Characters from one to another, both included.</summary>
internal readonly record struct CharRange(char First, char Last);

/// <summary>A set of characters that .NET knows by name.</summary>
/// <param name="Escape">Such as <c>\w</c> or <c>\P{IsGreek}</c>.</param>
/// <param name="IgnoresCase">Whether both cases of its letters are in it.</param>
internal readonly record struct NamedSet(string Escape, bool IgnoresCase)
{
    /// <summary>The set as a class in .NET's syntax.</summary>
    public string Text => IgnoresCase ? $"(?i:{Escape})" : Escape;
}
