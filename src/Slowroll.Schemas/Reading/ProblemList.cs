using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;

namespace Slowroll.Schemas.Reading;

/// <summary>Gathers problems. What many flags share, such as a definition, is told once.</summary>
internal sealed class ProblemList
{
    private readonly HashSet<SchemaProblem> _known = [];
    private readonly List<SchemaProblem> _problems = [];

    public void Add(string ruleId, TextRange range, params string[] arguments)
    {
        SchemaProblem problem = new(ruleId, range, new(arguments));
        if (_known.Add(problem))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>A flag's values have no C# type.</summary>
    public void Refuse(string path, TextRange range, string reason) => Add(SchemaRules.UnsupportedType, range, path, reason);

    public EquatableArray<SchemaProblem> ToArray() => new([.. _problems]);
}
