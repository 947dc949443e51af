using System.Globalization;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Checking;

/// <summary>A problem at its place in a file.</summary>
internal sealed class Problem
{
    private readonly IReadOnlyList<string> _arguments;

    private Problem(TextFile file, TextRange range, Rule rule, IEnumerable<string> arguments) =>
        (File, Range, Rule, Severity, _arguments) = (file, range, rule, rule.Severity, [.. arguments]);

    /// <summary>Its rule.</summary>
    public Rule Rule { get; }

    /// <summary>How severe it is.</summary>
    public RuleSeverity Severity { get; init; }

    /// <summary>Its file.</summary>
    public TextFile File { get; }

    /// <summary>Its place in the text.</summary>
    public TextRange Range { get; }

    /// <summary>Where it begins; line and column from 1.</summary>
    public (int Line, int Column) Place => File.PlaceOf(Range.Start);

    /// <summary>What is wrong, on one line.</summary>
    public string Message => string.Format(
        CultureInfo.InvariantCulture, Rule.Message, MessageText.Arguments(Rule.Message, _arguments));

    public static Problem Of(TextFile file, DriftProblem problem) =>
        new(file, problem.Range, problem.Rule, problem.Arguments);

    public static Problem Of(TextFile file, SchemaProblem problem) =>
        new(file, problem.Range, problem.Rule, problem.Arguments);

    /// <summary>A config has no schema. A build reports a warning, and this command an error: nothing was
    /// checked.</summary>
    public static Problem NoSchema(TextFile file, TextRange range, string why) =>
        new(file, range, DriftRules.Unclear, [why]) { Severity = RuleSeverity.Error };

    /// <summary>The same problem with another severity.</summary>
    public Problem As(RuleSeverity severity) => new(File, Range, Rule, _arguments) { Severity = severity };
}
