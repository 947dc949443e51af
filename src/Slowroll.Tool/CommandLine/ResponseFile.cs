using Slowroll.Texts;

namespace Slowroll.Tool.CommandLine;

/// <summary>Arguments from a file, one a line, in the place of <c>@file</c>.</summary>
/// <remarks>For callers that would otherwise have to quote for a shell: a URL's <c>&amp;</c>, <c>%20</c> and <c>;</c> mean
/// something else to each of them.</remarks>
internal static class ResponseFile
{
    /// <exception cref="UsageException">A file can't be read.</exception>
    public static string[] Expand(IEnumerable<string> arguments) =>
        [.. arguments.SelectMany(argument => argument is ['@', .. var path] ? Read(path) : [argument])];

    private static string[] Read(string path)
    {
        try
        {
            return File.ReadAllLines(FileArgument.Path(path, "What follows on @"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The message has the path in it.
            throw new UsageException(UrlText.Shown(path) == path
                ? $"The arguments in '{path}' can't be read: {exception.Message}"
                : $"The arguments in '{UrlText.Hidden}' can't be read. What follows on @ is the path of a file.");
        }
    }
}
