using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Reading;

/// <summary>Where config and schema say different things, or a config says something that can't be meant.</summary>
/// <param name="Rule">One of <see cref="DriftRules"/>.</param>
/// <param name="Range">The exact place in the config.</param>
/// <param name="Section">The section that it is about, if it is about one.</param>
/// <param name="Key">The flag in that section, if it is about one.</param>
/// <param name="Arguments">What the rule's message names.</param>
public sealed record DriftProblem(Rule Rule, TextRange Range, string? Section, string? Key, EquatableArray<string> Arguments);

/// <summary>Gathers problems, in the order in which they are found.</summary>
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

    // A name that some check forgot to shorten would be kept once for each problem that names it.
    private void Add(Rule rule, TextRange range, string? section, string? key, string[] arguments) =>
        _problems.Add(new(rule, range, section, key, new([.. arguments.Select(MessageText.Whole)])));
}
