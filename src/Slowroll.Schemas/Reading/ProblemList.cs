using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Reading;

/// <summary>Collects problems. A mistake in what many flags share, such as a definition, is reported once, for the
/// first of them.</summary>
internal sealed class ProblemList
{
    private readonly HashSet<(Rule Rule, TextRange Range)> _reported = [];
    private readonly List<SchemaProblem> _problems = [];

    public void Add(Rule rule, TextRange range, params string[] arguments)
    {
        if (_reported.Add((rule, range)))
        {
            _problems.Add(new(rule, range, new([.. arguments.Select(MessageText.Whole)])));
        }
    }

    /// <summary>A flag's values have no C# type.</summary>
    public void AddUnsupportedType(string path, TextRange range, string reason) =>
        Add(SchemaRules.UnsupportedType, range, path, reason);

    public EquatableArray<SchemaProblem> ToArray() => new([.. _problems]);
}
