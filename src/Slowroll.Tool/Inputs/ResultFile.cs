using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Pulling;

namespace Slowroll.Tool.Inputs;

/// <summary>A file that a call writes its result into.</summary>
internal static class ResultFile
{
    /// <summary>The file.</summary>
    /// <param name="given">Its path.</param>
    /// <param name="what">What it is the path of, at the beginning of a sentence.</param>
    /// <param name="inputs">What the same call reads: null where an option isn't given.</param>
    /// <exception cref="UsageException">It is no path, or one of the inputs: that would be lost.</exception>
    public static Snapshot Of(string given, string what, params IEnumerable<string?> inputs)
    {
        Snapshot file = new(FileArgument.Path(given, what));
        return inputs.Any(input => IsPath(input) && file.Is(input!))
            ? throw new UsageException(
                $"{what} is a file that is read too, '{OneLine.Escaped(given)}', and would be lost. Name another file.")
            : file;
    }

    /// <summary>Writes a result, whole or not at all.</summary>
    /// <exception cref="NotReadableException">It can't be written.</exception>
    public static void Write(Snapshot file, ReadOnlyMemory<byte> bytes)
    {
        if (file.Replace(bytes) is { } why)
            throw new NotReadableException($"'{OneLine.Escaped(file.Path)}': {why}");
    }

    private static bool IsPath(string? input) =>
        input is not (null or "" or "-") && !input.Contains('\0', StringComparison.Ordinal) && !UrlText.IsUrl(input);
}
