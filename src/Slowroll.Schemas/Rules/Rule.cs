using System.Reflection;

namespace Slowroll.Schemas.Rules;

/// <summary>A rule: its id, and all that generator, analyzers, command and build say of it. There is one object for
/// each rule.</summary>
/// <param name="id">Such as <c>SLOW3005</c>; the fifth character says what the rule is about.</param>
/// <param name="severity">How severe a finding is.</param>
internal sealed class Rule(string id, RuleSeverity severity)
{
    // Of the MSBuild property of that name, which is empty while the project has no address: a link must lead
    // somewhere.
    private static readonly string? ProjectUrl = typeof(Rule).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "SlowrollProjectUrl")?.Value;

    /// <summary>The id, such as <c>SLOW3005</c>.</summary>
    public string Id => id;

    /// <summary>How severe a finding is.</summary>
    public RuleSeverity Severity => severity;

    /// <summary>What is wrong, for lists of rules.</summary>
    public required string Title { get; init; }

    /// <summary>What is reported: a format with a place for each argument.</summary>
    public string Message
    {
        get => Messages[0];
        init => Messages = [value];
    }

    /// <summary>All that is reported, where that is more than one text. A text of the build has MSBuild's properties in
    /// it.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>Why it matters.</summary>
    public required string Description { get; init; }

    /// <summary>Whether it is on unless a project turns it off.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>Whether only the whole compilation shows it, and not one file.</summary>
    public bool NeedsWholeCompilation { get; init; }

    /// <summary>What the rule is about.</summary>
    public string Category => id["SLOW".Length] switch
    {
        '1' => "Slowroll.Schema",
        '2' => "Slowroll.Code",
        '3' => "Slowroll.Drift",
        _ => "Slowroll.Build",
    };

    /// <summary>The file that explains the rule, in the repository and in the packages.</summary>
    public string Page => $"docs/rules/{id}.md";

    /// <summary>The address of the page; null while the project has none.</summary>
    public string? PageUrl => string.IsNullOrEmpty(ProjectUrl) ? null : $"{ProjectUrl}/blob/main/{Page}";

    /// <inheritdoc/>
    public override string ToString() => id;
}

/// <summary>How severe a finding is; the greater, the more severe.</summary>
internal enum RuleSeverity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Hardly meant.</summary>
    Warning,

    /// <summary>The running program, or the compiler, can't use it.</summary>
    Error,
}
