using Slowroll.Grammar;
using Slowroll.Patterns;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Which hash keys are in an audience.</summary>
internal sealed class AudienceHashKeys
{
    private readonly HashSet<string> _names;
    private readonly HashSet<string> _patterns;
    private readonly Lazy<PatternProgram[]> _programs;

    public AudienceHashKeys(AudienceParts audience)
    {
        // A pattern that is a plain text is a name, and no host or user has an empty one.
        _names = new(
            audience.Keys
                .Concat(audience.Patterns.Select(pattern => pattern.PlainText).OfType<string>())
                .Where(name => name.Length > 0),
            StringComparer.Ordinal);
        List<Pattern> others = [.. audience.Patterns.Where(pattern => pattern.PlainText is null)];
        _patterns = new(others.Select(pattern => pattern.Text), StringComparer.Ordinal);
        _programs = new(() => PatternProgram.Compile(others));
    }

    /// <summary>Whether no hash key is in it.</summary>
    public bool IsEmpty => _names.Count + _patterns.Count == 0;

    /// <summary>Whether all its hash keys are known to be in one of several others, or in a set of names.</summary>
    public bool IsWithin(IReadOnlyCollection<AudienceHashKeys> others, Func<string, bool> isElsewhere) =>
        _patterns.All(pattern => others.Any(other => other._patterns.Contains(pattern)))
        && _names.All(name => others.Any(other => other.Contains(name)) || isElsewhere(name));

    private bool Contains(string hashKey) =>
        _names.Contains(hashKey) || _programs.Value.Any(program => program.IsMatch(hashKey));
}
