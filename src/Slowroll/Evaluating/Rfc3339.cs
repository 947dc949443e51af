using System.Globalization;

namespace Slowroll.Evaluating;

/// <summary>Reads a flag's value of the format <c>date-time</c>: a day and a time, with seconds and an offset.</summary>
/// <remarks>This file is compiled into the runtime and into the build-time half. Without an offset a text would mean another
/// instant on every host whose time zone is another.</remarks>
internal static class Rfc3339
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    public static bool TryParse(string text, out DateTimeOffset instant) => DateTimeOffset.TryParseExact(
        text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
}
