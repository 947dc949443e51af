using Slowroll.Grammar;

namespace Slowroll.Schemas.Drift.Comparing;

/// <summary>Says which audiences of two configs are the same: those that are defined alike, whatever they are
/// called.</summary>
/// <remarks>Each definition is read once for all flags.</remarks>
internal sealed class AudienceIndex
{
    /// <summary>The number of an audience that contains nobody.</summary>
    public const int Nobody = -1;

    private readonly Dictionary<AudienceParts, int> _byParts = [];
    private readonly Dictionary<string, int> _byDefinition = new(StringComparer.Ordinal);

    /// <summary>A number that equal audiences share.</summary>
    public int NumberOf(AudienceParts audience)
    {
        if (!_byParts.TryGetValue(audience, out var number))
        {
            number = audience.Keys.Count + audience.Patterns.Count == 0 ? Nobody : NumberOf(Definition(audience));
            _byParts.Add(audience, number);
        }

        return number;
    }

    private int NumberOf(string definition)
    {
        if (!_byDefinition.TryGetValue(definition, out var number))
        {
            number = _byDefinition.Count;
            _byDefinition.Add(definition, number);
        }

        return number;
    }

    // With the length of each text, so that no two lists are written alike.
    private static string Definition(AudienceParts audience) =>
        $"{Texts(audience.Keys)}|{Texts(audience.Patterns.Select(pattern => pattern.Text))}";

    private static string Texts(IEnumerable<string> texts) => string.Concat(
        texts.Distinct(StringComparer.Ordinal).OrderBy(text => text, StringComparer.Ordinal)
            .Select(text => $"{text.Length}:{text}"));
}
