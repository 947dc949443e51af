using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Checking;

/// <summary>How severe the problems of a rule are, by the options of a call.</summary>
internal sealed class RuleSettings
{
    private readonly bool _isStrict;
    private readonly HashSet<string> _errors;

    /// <param name="isStrict">Whether warnings are errors.</param>
    /// <param name="errors">The ids of rules whose problems are errors.</param>
    /// <exception cref="UsageException">There is no such rule.</exception>
    public RuleSettings(bool isStrict, IEnumerable<string> errors)
    {
        _isStrict = isStrict;
        _errors = [.. errors.Select(KnownId)];
    }

    /// <summary>The problems of rules that are on, with their severity.</summary>
    public IEnumerable<Problem> Apply(IEnumerable<Problem> problems) => problems
        .Where(problem => problem.Rule.IsOn || _errors.Contains(problem.Rule.Id))
        .Select(problem =>
            _errors.Contains(problem.Rule.Id) || (_isStrict && problem.Severity == RuleSeverity.Warning)
                ? problem.As(RuleSeverity.Error)
                : problem);

    private static string KnownId(string id)
    {
        var known = RuleTable.All.Select(rule => rule.Id).ToList();
        if (known.Contains(id))
            return id;

        throw new UsageException(
            $"--error: There is no rule '{OneLine.Of(UrlText.Shown(id))}'{NearestName.Question(id, known)}.");
    }
}
