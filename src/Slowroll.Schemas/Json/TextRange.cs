namespace Slowroll.Schemas.Json;

/// <summary>A range of a text, in UTF-16 characters; <paramref name="End"/> is the first character after
/// it.</summary>
/// <param name="Start">The first character.</param>
/// <param name="End">The first character after the range.</param>
internal readonly record struct TextRange(int Start, int End)
{
    /// <summary>How many characters it has.</summary>
    public int Length => End - Start;
}
