using System.Text;

namespace Slowroll.Tests.Patterns;

/// <summary>Patterns of every shape that there is, with keys that fit them or nearly do.</summary>
internal sealed class RandomPattern(int seed)
{
    private const string Letters =
        "abkKisIS019-_ .,\n#]}{é\u00dfσςΣ\u212a\u017f\u0130\u0131\u01c5\u200d\u0301٣\ud83d\uffff";

    private static readonly string[] Atoms =
    [
        ".", "^", "$", @"\A", @"\z", @"\Z", @"\b", @"\B", @"\d", @"\D", @"\w", @"\W", @"\s", @"\S", @"\p{L}", @"\P{L}",
        @"\p{Lu}", @"\P{Ll}", @"\p{IsGreek}", @"\P{IsGreek}",
        @"\n", @"\t", @"\x41", @"\u212a", @"\cA", @"\e", @"\0", @"\012", @"\.", @"\-", @"\]", @"\#", @"\ ", @"\'",
        @"\<", "(?i)", "(?-i)", "(?s)", "(?m)", "(?x)", "(?n-x)", "(?#c)", "#\n", " ",
    ];

    private static readonly string[] InClass =
        [
            "a-z",
            "K",
            "k-s",
            @"\d",
            @"\w",
            @"\s",
            @"\D",
            @"\p{Lu}",
            @"\P{IsGreek}",
            @"\-",
            @"\]",
            "[",
            "-",
            "^",
            @"\x30-\x39",
            @"\n",
            "σ",
            "\u0131",
            @"\u0100-\u024f",
            "#",
            " ",
            @"\b",
            @"\\",
            "_"];

    private static readonly string[] Quantifiers =
        [
            "*",
            "+",
            "?",
            "{2}",
            "{0}",
            "{1,2}",
            "{2,}",
            "{0,3}",
            "*?",
            "+?",
            "??",
            "{1,3}?",
            " *",
            "(?#c)+",
            "{,2}",
            "{a}",
            "{2"];

    private static readonly string[] GroupStarts =
        ["(", "(?:", "(?<n>", "(?'m'", "(?<7>", "(?i:", "(?-i:", "(?x-s:", "(?s:", "(?m:", "(?n:"];

    private static readonly string[] Scraps =
        [
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "|",
            "?",
            "*",
            "+",
            @"\",
            "^",
            "$",
            "-",
            "(?",
            "(?<",
            ">",
            "'",
            "(?=a)",
            "(?!a)",
            "(?<=a)",
            "(?>a)",
            @"\1",
            @"\10",
            @"\k<n>",
            "(?(1)a)",
            "[^]",
            "-[a]",
            "{2}",
            "{3,1}",
            "#",
            "(?#",
            "1",
            "a"];

    private readonly Random _random = new(seed);

    /// <summary>A pattern of the grammar, and some keys; every other time changed by chance, so that it is
    /// anything.</summary>
    public (string Pattern, string[] Keys) Next()
    {
        var pattern = Choices(3);
        for (var changes = _random.Next(2) == 0 ? 0 : _random.Next(1, 4); changes > 0; changes--)
            pattern = Changed(pattern);

        return (pattern, [.. Enumerable.Range(0, 16).Select(_ => KeyFor(pattern))]);
    }

    private string Choices(int depth) => string.Join('|', Many(_random.Next(4) == 0 ? 2 : 1, () => Sequence(depth)));

    private string Sequence(int depth) => string.Concat(Many(_random.Next(4), () => Item(depth)));

    private string Item(int depth)
    {
        var item = _random.Next(10) switch
        {
            0 or 1 when depth > 0 => $"{Any(GroupStarts)}{Choices(depth - 1)})",
            2 => Class(2),
            3 or 4 => Any(Atoms),
            _ => Letter().ToString(),
        };
        return _random.Next(4) == 0 ? item + Any(Quantifiers) : item;
    }

    private string Class(int depth)
    {
        var inside = string.Concat(Many(_random.Next(1, 4), () => Any(InClass)));
        var less = depth > 0 && _random.Next(4) == 0 ? "-" + Class(depth - 1) : "";
        return $"[{(_random.Next(4) == 0 ? "^" : "")}{inside}{less}]";
    }

    private string Changed(string pattern)
    {
        var at = _random.Next(pattern.Length + 1);
        return _random.Next(3) switch
        {
            0 when at < pattern.Length => pattern.Remove(at, 1),
            1 when pattern.Length > 0 => pattern.Insert(at, pattern[_random.Next(pattern.Length)].ToString()),
            _ => pattern.Insert(at, Any(Scraps)),
        };
    }

    // A walk over the pattern's own letters, now and then another one instead.
    private string KeyFor(string pattern)
    {
        var key = new StringBuilder();
        for (var i = 0; i < pattern.Length && key.Length < 12; i++)
        {
            if (_random.Next(3) > 0 && (char.IsLetterOrDigit(pattern[i]) || _random.Next(3) == 0))
                key.Append(pattern[i], _random.Next(6) == 0 ? 2 : 1);
            else if (_random.Next(8) == 0)
                key.Append(Letter());
        }

        return _random.Next(8) switch
        {
            0 => key.ToString().ToUpperInvariant(),
            1 => key.Append('\n').ToString(),
            2 => string.Concat(Many(_random.Next(4), () => Letter().ToString())),
            _ => key.ToString(),
        };
    }

    private char Letter() => Letters[_random.Next(Letters.Length)];

    private string Any(string[] texts) => texts[_random.Next(texts.Length)];

    private static IEnumerable<string> Many(int count, Func<string> make) =>
        Enumerable.Range(0, count).Select(_ => make());
}
