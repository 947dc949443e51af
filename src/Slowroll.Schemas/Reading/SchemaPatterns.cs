using System.Text.RegularExpressions;
using Slowroll.Patterns;

namespace Slowroll.Schemas.Reading;

/// <summary>The regular expressions of one schema, as far as .NET can read them.</summary>
/// <remarks>Schemas may use look-around and back-references, so .NET's own engine is used. It never gets an
/// expression so long or deep that it could overflow the stack, which can't be caught. A match that takes too long is
/// stopped, and after some of these no more are tried.</remarks>
internal sealed class SchemaPatterns
{
    /// <summary>The most characters of an expression.</summary>
    public const int Longest = 2_000;

    /// <summary>The most groups and classes inside one another.</summary>
    public const int Deepest = 100;

    // Each of them takes fifty milliseconds of the compiler's time.
    private const int MostTimeouts = 10;

    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(50);

    // Null for one that can't be read.
    private readonly Dictionary<string, Regex?> _read = new(StringComparer.Ordinal);
    private int _timeouts;

    /// <summary>Why an expression is not read; null if it is.</summary>
    public static string? RefusalOf(string pattern) =>
        pattern.Length > Longest
            ? $"a regular expression of more than {PatternLimits.InWords(Longest)} characters is read only by the "
                + "editor; make it shorter"
        : DepthOf(pattern) > Deepest ? $"a regular expression with more than {PatternLimits.InWords(Deepest)} groups "
            + "and classes within one another is read only by the editor; make it shorter"
        : null;

    /// <summary>Whether it matches anywhere in the text; null if .NET can't read it, or not in time. Then only the
    /// editor checks it.</summary>
    public bool? Matches(string pattern, string text)
    {
        try
        {
            return _timeouts < MostTimeouts ? Read(pattern)?.IsMatch(text) : null;
        }
        catch (RegexMatchTimeoutException)
        {
            _read[pattern] = null;
            _timeouts++;
            return null;
        }
    }

    private Regex? Read(string pattern)
    {
        if (!_read.TryGetValue(pattern, out var regex))
        {
            _read.Add(pattern, regex = RefusalOf(pattern) is null ? TryRead(pattern) : null);
        }

        return regex;
    }

    private static Regex? TryRead(string pattern)
    {
        try
        {
            return new(pattern, RegexOptions.CultureInvariant, Timeout);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Counts brackets. Brackets in classes and comments are counted too, which only makes the result larger.
    private static int DepthOf(string pattern)
    {
        var (depth, deepest) = (0, 0);
        for (var at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\':
                    at++;
                    break;
                case '(' or '[':
                    deepest = Math.Max(deepest, ++depth);
                    break;
                case ')' or ']':
                    depth = Math.Max(depth - 1, 0);
                    break;
            }
        }

        return deepest;
    }
}
