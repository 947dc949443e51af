using System.Text.RegularExpressions;
using Slowroll.Texts;

namespace Slowroll.Rollouts;

/// <summary>A pattern for hash keys that get <c>new</c> at once. It takes time linear in the key, whatever it says.</summary>
internal static class AdopterPattern
{
    // RegexOptions.NonBacktracking, which .NET Framework and .NET Standard have no name for.
    private const RegexOptions NonBacktracking = (RegexOptions)1024;

    private static readonly RegexOptions Options = RegexOptions.CultureInvariant | (IsKnown(NonBacktracking) ? NonBacktracking : RegexOptions.None);

    /// <summary>The pattern for whole keys; one that can't be compiled is refused.</summary>
    public static Parsed<Regex> Compile(string pattern)
    {
        try
        {
            // Alone first: "a)|(b" would only be complete inside the brackets that are put around it.
            _ = new Regex(pattern, Options);
            return new Regex($@"\A(?:{pattern})\z", Options);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return Parsed<Regex>.Failed(
                $"The early adopter pattern '{OneLine.Of(pattern)}' can't be used: {OneLine.Of(e.Message)} Patterns know neither look-around nor back-references.");
        }
    }

    // A compiler that runs on .NET Framework refuses fewer patterns than the running program; no other is refused there.
    private static bool IsKnown(RegexOptions option)
    {
        try
        {
            _ = new Regex("", option);
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}
