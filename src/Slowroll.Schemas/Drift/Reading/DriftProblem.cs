using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Reading;

/// <summary>A difference between config and schema, or a mistake in a config.</summary>
/// <param name="Rule">One of <see cref="DriftRules"/>.</param>
/// <param name="Range">The place in the config.</param>
/// <param name="Section">The section, if it is about one.</param>
/// <param name="Key">The flag in that section, if it is about a flag.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
internal sealed record DriftProblem(
    Rule Rule, TextRange Range, string? Section, string? Key, EquatableArray<string> Arguments)
{
    /// <summary>Whether the fix of its rule is safe here, if the rule has one.</summary>
    public bool MayBeFixed { get; init; } = true;
}

/// <summary>Collects problems in the order in which they are found.</summary>
internal sealed class DriftList
{
    private readonly List<DriftProblem> _problems = [];

    public IReadOnlyList<DriftProblem> All => _problems;

    public void Add(Rule rule, TextRange range, params string[] arguments) =>
        Add(rule, range, null, null, arguments);

    public void AddSection(Rule rule, TextRange range, string section, params string[] arguments) =>
        Add(rule, range, section, null, arguments);

    public void AddFlag(Rule rule, TextRange range, string section, string key, params string[] arguments) =>
        Add(rule, range, section, key, arguments);

    /// <summary>The fix of the problem that was added last isn't safe.</summary>
    public void ForbidFix() =>
        _problems[_problems.Count - 1] = _problems[_problems.Count - 1] with { MayBeFixed = false };

    // Shortened here too: a long name would be stored once for each problem.
    private void Add(Rule rule, TextRange range, string? section, string? key, string[] arguments) =>
        _problems.Add(new(rule, range, section, key, new([.. arguments.Select(MessageText.Whole)])));
}
