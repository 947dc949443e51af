using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Pulling;

/// <summary>The arguments of the build's target <c>SlowrollPull</c>. They are in environment variables: so no shell
/// changes <c>&amp;</c>, <c>%</c> and quotes, no other user sees them in the list of processes, and no file stores a
/// URL that may have a secret.</summary>
internal static class BuildPull
{
    /// <summary>The verb that the target uses.</summary>
    public const string Verb = "pull-for-build";

    /// <summary>The same as arguments of <c>pull</c>.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <exception cref="UsageException">A variable is missing.</exception>
    public static IReadOnlyList<string> Arguments(Func<string, string?> variable)
    {
        List<string> arguments = ["--failure", "warning", "--etag-file", Value("SLOWROLL_PULL_ETAG_FILE")];
        if (variable("SLOWROLL_PULL_TIMEOUT") is { Length: > 0 } timeout)
            arguments.AddRange(["--timeout", timeout]);
        return [.. arguments, "--", Value("SLOWROLL_PULL_URL"), Value("SLOWROLL_PULL_FILE")];

        string Value(string name) => variable(name) is { Length: > 0 } value
            ? value
            : throw new UsageException(
                $"{Verb} is for the build's target SlowrollPull, "
                    + $"and {name} is not set. Write: slowroll pull <url> <file>.");
    }
}
