using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Pulling;

/// <summary>What the build's target <c>SlowrollPull</c> asks for. It says so in environment variables: no shell reads <c>&amp;</c>,
/// <c>%</c> and quotes in its own way then, no other user sees it among the processes, and no file keeps a URL that may hold a
/// secret.</summary>
internal static class BuildPull
{
    /// <summary>The verb by which the target calls.</summary>
    public const string Verb = "pull-for-build";

    /// <summary>The same as arguments of <c>pull</c>.</summary>
    /// <param name="variable">Gives a variable of the environment.</param>
    /// <exception cref="UsageException">A variable is missing.</exception>
    public static IReadOnlyList<string> Arguments(Func<string, string?> variable)
    {
        List<string> arguments = ["--failure", "warning", "--etag-file", Value("SLOWROLL_PULL_ETAG_FILE")];
        if (variable("SLOWROLL_PULL_TIMEOUT") is { Length: > 0 } timeout)
            arguments.AddRange(["--timeout", timeout]);
        return [.. arguments, "--", Value("SLOWROLL_PULL_URL"), Value("SLOWROLL_PULL_FILE")];

        string Value(string name) => variable(name) is { Length: > 0 } value
            ? value
            : throw new UsageException($"{Verb} is for the build's target SlowrollPull, and {name} is not set. Write: slowroll pull <url> <file>.");
    }
}
