namespace Slowroll.Schemas.Splitting;

/// <summary>
/// Cuts a large schema into small ones, so that a change costs what it changes: reading 10,000 flags takes 20 ms, finding
/// where to cut between them 5.
/// </summary>
public static class SchemaSplitter
{
    private const int PartLength = 16 * 1024;

    /// <summary>The parts of a schema, in its order; none where it is small, or has to be read in one.</summary>
    public static IReadOnlyList<SchemaExcerpt> Split(string text) =>
        text.Length > 2 * PartLength ? Split(text, shared => Math.Max(PartLength, shared)) : [];

    /// <summary>The same for a text of any length.</summary>
    /// <param name="text">The schema.</param>
    /// <param name="partLength">How long a part's own should be, given how much it shares with others, in characters.</param>
    internal static IReadOnlyList<SchemaExcerpt> Split(string text, Func<int, int> partLength) =>
        SchemaOutlineReader.Read(text) is { } outline
            ? [.. new ExcerptCutter(text, outline, partLength).Parts()]
            : [];
}
