using System.Text.RegularExpressions;

namespace Slowroll.Tests.Patterns;

/// <summary>What .NET's own engine makes of a pattern for whole keys: the one that must be agreed with.</summary>
internal static class DotNetPattern
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>The pattern; null if .NET refuses it.</summary>
    public static Regex? TryRead(string pattern)
    {
        try
        {
            // Alone first: "a)|(b" is only complete inside the brackets that are put around it.
            _ = new Regex(pattern, Options);
            return new Regex($@"\A(?:{pattern})\z", Options);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
