using System.Globalization;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;
using Slowroll.Tool.Inputs;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Checking;

/// <summary>A problem at its place in a file.</summary>
internal sealed class Problem
{
    private readonly TextFile _file;
    private readonly int _at;
    private readonly Rule _rule;
    private readonly IReadOnlyList<string> _arguments;

    private Problem(TextFile file, TextRange range, Rule rule, IEnumerable<string> arguments) =>
        (_file, _at, _rule, Severity, _arguments) = (file, range.Start, rule, rule.Severity, [.. arguments]);

    /// <summary>How severe it is.</summary>
    public RuleSeverity Severity { get; private init; }

    /// <summary>The path of its file as it was given.</summary>
    public string Path => _file.GivenPath;

    /// <summary>Its rule's id.</summary>
    public string RuleId => _rule.Id;

    public static Problem Of(TextFile file, DriftProblem problem) =>
        new(file, problem.Range, problem.Rule, problem.Arguments);

    public static Problem Of(TextFile file, SchemaProblem problem) =>
        new(file, problem.Range, problem.Rule, problem.Arguments);

    /// <summary>A config has no schema. A build reports a warning, and this command an error: nothing was
    /// checked.</summary>
    public static Problem NoSchema(TextFile file, TextRange range, string why) =>
        new(file, range, DriftRules.Unclear, [why]) { Severity = RuleSeverity.Error };

    /// <summary>Those of rules that are on.</summary>
    public static IEnumerable<Problem> Enabled(IEnumerable<Problem> problems) =>
        problems.Where(problem => problem._rule.IsOn);

    /// <summary>The line that a compiler would print.</summary>
    public override string ToString()
    {
        var (line, column) = _file.PlaceOf(_at);
        var message = string.Format(
            CultureInfo.InvariantCulture, _rule.Message, MessageText.Arguments(_rule.Message, _arguments));
        return BuildMessage.Of($"{_file.GivenPath}({line},{column})", Word, _rule.Id, message);
    }

    private string Word => Severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        _ => "info",
    };
}
