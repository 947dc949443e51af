namespace Slowroll.CodeFixes.Removal.Reads;

/// <summary>What replaces a read of the flag.</summary>
/// <param name="IsReplaced">Whether the value replaces it; else it stays as it is, with a comment.</param>
/// <param name="IsSimplified">Whether the code around it is simplified by the value.</param>
/// <param name="Cast">Which casts are written around a replacement.</param>
internal sealed record ReadForm(bool IsReplaced, bool IsSimplified, Cast Cast)
{
    /// <summary>All forms, the best first: each next one changes less of the code, or writes more about
    /// types.</summary>
    public static readonly IReadOnlyList<ReadForm> All =
    [
        new(true, true, Cast.None),
        new(true, true, Cast.ToType),
        new(true, true, Cast.ToConverted),
        new(true, false, Cast.None),
        new(true, false, Cast.ToType),
        new(true, false, Cast.ToConverted),
        new(false, false, Cast.None),
    ];
}

/// <summary>The type of a cast.</summary>
internal enum Cast
{
    None,

    /// <summary>The type of the replaced expression, if the new one has another or none.</summary>
    ToType,

    /// <summary>The type that the replaced expression was converted to.</summary>
    ToConverted,
}
