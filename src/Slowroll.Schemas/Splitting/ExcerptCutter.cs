using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Splitting;

/// <summary>Cuts a schema between its sections, and a long section between its flags.</summary>
/// <param name="text">The schema.</param>
/// <param name="outline">Where it can be cut.</param>
/// <param name="partLength">How many characters of its own an excerpt should have, given how many it shares with the
/// others.</param>
internal sealed class ExcerptCutter(string text, SchemaOutline outline, Func<int, int> partLength)
{
    private readonly string _before = text.Substring(0, outline.Range.Start);
    private readonly string _after = text.Substring(outline.Range.End);

    public IEnumerable<SchemaExcerpt> Parts()
    {
        List<TextRange> shortSections = [];
        foreach (var section in outline.Sections)
        {
            if (section.Flags.Count < 2 || section.Range.Length <= 2 * Length("", ""))
            {
                shortSections.Add(section.Range);
                continue;
            }

            foreach (var part in Parts(shortSections, "", "").Concat(Parts(section)))
            {
                yield return part;
            }

            shortSections.Clear();
        }

        foreach (var part in Parts(shortSections, "", ""))
        {
            yield return part;
        }
    }

    private IEnumerable<SchemaExcerpt> Parts(SectionOutline section) => Parts(
        section.Flags,
        text.Substring(section.Range.Start, section.Flags[0].Start - section.Range.Start),
        text.Substring(
            section.Flags[section.Flags.Count - 1].End,
            section.Range.End - section.Flags[section.Flags.Count - 1].End));

    private IEnumerable<SchemaExcerpt> Parts(IEnumerable<TextRange> pieces, string opening, string closing)
    {
        TextRange? open = null;
        foreach (var piece in pieces)
        {
            TextRange grown = new(open?.Start ?? piece.Start, piece.End);
            open = grown;
            if (grown.Length >= Length(opening, closing))
            {
                yield return Part(opening, grown, closing);
                open = null;
            }
        }

        if (open is { } last)
        {
            yield return Part(opening, last, closing);
        }
    }

    private int Length(string opening, string closing) =>
        partLength(_before.Length + opening.Length + closing.Length + _after.Length);

    private SchemaExcerpt Part(string opening, TextRange pieces, string closing)
    {
        var own = $"{opening}{text.Substring(pieces.Start, pieces.Length)}{closing}";
        return new(_before + own + _after, new(_before.Length, _before.Length + own.Length));
    }
}
