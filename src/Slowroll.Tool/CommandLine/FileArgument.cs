using Slowroll.Texts;

namespace Slowroll.Tool.CommandLine;

/// <summary>An argument that is the path of a file.</summary>
internal static class FileArgument
{
    /// <summary>The path as it was given.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="what">What it is the path of, at the beginning of a sentence.</param>
    /// <exception cref="UsageException">It is no path: empty, or with a NUL in it. Or it is a URL: as a path it would
    /// appear in messages, with its password.</exception>
    public static string Path(string text, string what) => text switch
    {
        "" => throw new UsageException($"{what} is a file, and its path is empty."),
        _ when text.Contains('\0', StringComparison.Ordinal) =>
            throw new UsageException($"{what} is a file, and no path has a NUL character in it."),
        _ when UrlText.IsUrl(text) => throw new UsageException(
            $"{what} is a file, and was given as a URL, which isn't shown. Fetch a URL with: slowroll pull "
                + "<url> <file>."),
        _ => text,
    };
}
