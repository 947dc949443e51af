using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Splitting;

/// <summary>A schema's text, or a cut of it that is a schema as well: some of its flags with everything around them.</summary>
/// <param name="Text">The text.</param>
/// <param name="Own">Where in it stands what no other part has.</param>
public sealed record SchemaExcerpt(string Text, TextRange Own)
{
    /// <summary>The place of something that every part has, by a number that is the same in each; 0 for what is the part's own.</summary>
    internal int SharedPlace(TextRange range) =>
        range.Start < Own.Start ? range.Start
        : range.Start >= Own.End ? range.Start - Text.Length
        : 0;
}
