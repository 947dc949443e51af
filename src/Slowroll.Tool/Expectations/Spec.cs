using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Expectations;

/// <summary>A file of expectations.</summary>
/// <param name="File">Its text.</param>
/// <param name="Config">The config that it names: a path from its folder, or a URL; null if it names none.</param>
/// <param name="Hasher">From a hash key to its bucket.</param>
/// <param name="Expectations">What is expected, in the order of the file.</param>
internal sealed record Spec(
    TextFile File, string? Config, Func<string, uint> Hasher, IReadOnlyList<Expectation> Expectations)
{
    /// <summary>A path that it names, from the current folder.</summary>
    public static string PathFrom(TextFile file, string path) => file.IsFile
        ? Path.Combine(Path.GetDirectoryName(file.GivenPath) ?? "", path)
        : path;
}
