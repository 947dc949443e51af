using System.Globalization;
using Slowroll.Rollouts;

namespace Slowroll.Grammar;

/// <summary>The texts that have a C# type of their own, by the format that a schema gives them.</summary>
internal static class ValueTexts
{
    private const int UuidLength = 36;

    /// <summary><c>date-time</c>: RFC 3339, or the original's form of a time.</summary>
    public static bool TryReadTime(string text, out DateTimeOffset time) => TimeText.TryParse(text, out time);

    /// <summary><c>date</c>: <c>2030-01-31</c>.</summary>
    public static bool TryReadDate(string text, out DateTime day) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary><c>uri</c>: an absolute one. It has a scheme: Unix alone takes <c>/path</c> for an absolute URI of a
    /// file.</summary>
    public static bool TryReadUri(string text, out Uri? uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri)
        && text.StartsWith(uri.Scheme + ":", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>uuid</c>: 32 digits and four hyphens, and nothing around them.</summary>
    public static bool TryReadUuid(string text, out Guid uuid) =>
        Guid.TryParseExact(text, "D", out uuid) && text.Length == UuidLength;
}
