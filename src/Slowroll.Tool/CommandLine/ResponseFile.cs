using Slowroll.Texts;

namespace Slowroll.Tool.CommandLine;

/// <summary>Arguments from a file, one a line, in the place of <c>@file</c>.</summary>
/// <remarks>For callers that would otherwise have to quote for a shell: a URL's <c>&amp;</c>, <c>%20</c> and <c>;</c> mean
/// something else to each of them. What such a file says is not looked at again, and behind <c>--</c> nothing is such a file.</remarks>
internal static class ResponseFile
{
    /// <exception cref="UsageException">A file can't be read.</exception>
    public static string[] Expand(IEnumerable<string> arguments)
    {
        List<string> all = [];
        foreach (var argument in arguments)
            all.AddRange(argument is ['@', .. var path] && !all.Contains("--") ? Read(path) : [argument]);
        return [.. all];
    }

    private static string[] Read(string path)
    {
        try
        {
            return File.ReadAllLines(FileArgument.Path(path, "What follows on @"));
        }
        catch (Exception exception) when (exception is ArgumentException || DiskFault.Is(exception))
        {
            // The message has the path in it.
            throw new UsageException(UrlText.Shown(path) == path
                ? $"The arguments in '{path}' can't be read: {exception.Message.TrimEnd('.')}. A path that begins with @ is written ./@{path}, or behind --."
                : $"The arguments in '{UrlText.Hidden}' can't be read. What follows on @ is the path of a file.");
        }
    }
}
