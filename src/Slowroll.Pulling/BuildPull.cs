using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Pulling;

namespace Slowroll.Pulling;

/// <summary>What the build's target <c>SlowrollPull</c> asks for. It is in environment variables: so no shell changes
/// <c>&amp;</c>, <c>%</c> and quotes, no other user sees it in the list of processes, and no file stores a URL that may
/// have a secret.</summary>
internal static class BuildPull
{
    /// <summary>The same as arguments of a pull.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <exception cref="UsageException">A variable is missing.</exception>
    public static PullArguments Read(Func<string, string?> variable)
    {
        return new(
            Value("SLOWROLL_PULL_URL"), Value("SLOWROLL_PULL_FILE"), Value("SLOWROLL_PULL_ETAG_FILE"),
            variable("SLOWROLL_PULL_TIMEOUT"));

        string Value(string name) => variable(name) is { Length: > 0 } value
            ? value
            : throw new UsageException(
                $"This program is for the build's target SlowrollPull, and {name} is not set. Write: dotnet build "
                    + "-t:SlowrollPull.");
    }
}
