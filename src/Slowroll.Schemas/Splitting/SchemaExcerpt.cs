using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Splitting;

/// <summary>A part of a schema's text that is a schema too: some of the flags, and all the text around the
/// sections.</summary>
/// <param name="Text">The text.</param>
/// <param name="Own">The place of the flags that no other excerpt has.</param>
internal sealed record SchemaExcerpt(string Text, TextRange Own)
{
    /// <summary>A number for a place that all excerpts share, the same in each of them; 0 for a place of the
    /// excerpt's own flags.</summary>
    internal int SharedPlace(TextRange range) =>
        range.Start < Own.Start ? range.Start
        : range.Start >= Own.End ? range.Start - Text.Length
        : 0;
}
