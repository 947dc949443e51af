using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Splitting;

/// <summary>Where a schema can be cut.</summary>
/// <param name="Sections">The sections, in their order; at least one.</param>
internal sealed record SchemaOutline(IReadOnlyList<SectionOutline> Sections)
{
    /// <summary>From the first section to the end of the last.</summary>
    public TextRange Range => new(Sections[0].Range.Start, Sections[Sections.Count - 1].Range.End);
}

/// <summary>A section.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Range">From its name to its end.</param>
/// <param name="Flags">Each of its flags, from its name to its end; empty if the section can't be cut.</param>
internal sealed record SectionOutline(string Name, TextRange Range, IReadOnlyList<TextRange> Flags);
