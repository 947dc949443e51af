using System.Text.RegularExpressions;

namespace Slowroll.Schemas.Reading;

/// <summary>A regular expression in a schema, as far as .NET can tell what it means.</summary>
internal static class SchemaPattern
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether it matches anywhere in the text; null where .NET can't read it, or not in time: that is left to the editor.</summary>
    public static bool? Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, Timeout);
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
