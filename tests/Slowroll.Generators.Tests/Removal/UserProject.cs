using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Removal;

/// <summary>A project of a <see cref="UserSolution"/>.</summary>
/// <param name="Name">Its name, its root namespace and its folder.</param>
/// <param name="Files">Its schemas and configs.</param>
internal sealed record UserProject(string Name, params IReadOnlyList<TestFile> Files)
{
    /// <summary>Its code, by file name.</summary>
    public IReadOnlyDictionary<string, string> Code { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it is a program rather than a library.</summary>
    public bool IsProgram { get; init; }

    /// <summary>What its code can ask with <c>#if</c>.</summary>
    public string Symbols { get; init; } = "";

    /// <summary>The projects that it refers to.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>What the package's build files hand to the compiler.</summary>
    public string GlobalConfig => $"""
        is_global = true
        build_property.RootNamespace = {Name}
        build_property.ProjectDir = /{Name}/
        build_property.SlowrollAsOf = 2031-01-01
        {string.Join("\n", Files.Select(file => file.ConfigSection))}
        """;
}
