namespace Slowroll.Tool.Printing;

/// <summary>Commands to GitHub Actions, which show a text at a line of a file.</summary>
internal static class GitHubAnnotation
{
    /// <summary>A command, as one line whatever its parts are.</summary>
    /// <param name="severity"><c>error</c>, <c>warning</c> or <c>notice</c>.</param>
    /// <param name="file">The file.</param>
    /// <param name="place">Line and column in it; null for the whole file.</param>
    /// <param name="title">What stands above the text; null for nothing.</param>
    /// <param name="text">The text; it may have several lines.</param>
    public static string Of(string severity, string file, (int Line, int Column)? place, string? title, string text)
    {
        var at = place is { } known ? FormattableString.Invariant($",line={known.Line},col={known.Column}") : "";
        return $"::{severity} file={Property(file)}{at}{(title is null ? "" : $",title={Property(title)}")}"
            + $"::{Data(text)}";
    }

    // A line break must not begin another command.
    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    // A colon or a comma would end the property.
    private static string Property(string text) => Data(Texts.OneLine.Escaped(text))
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
