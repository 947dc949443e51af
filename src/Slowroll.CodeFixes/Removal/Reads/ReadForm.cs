namespace Slowroll.CodeFixes.Removal.Reads;

/// <summary>How much is made of a read of the flag.</summary>
/// <param name="IsReplaced">Whether the value stands in its place; else it stays as it is, with a comment.</param>
/// <param name="IsSimplified">Whether the code around it becomes as simple as the value makes it.</param>
/// <param name="Cast">Which casts are written around what stands in another's place.</param>
internal sealed record ReadForm(bool IsReplaced, bool IsSimplified, Cast Cast)
{
    /// <summary>All of them, the best first: each changes less of the code, or says more about types.</summary>
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

/// <summary>Which type a cast names.</summary>
internal enum Cast
{
    None,

    /// <summary>The type that the replaced expression had, if the new one has another or none.</summary>
    ToType,

    /// <summary>The type that the replaced expression was converted to.</summary>
    ToConverted,
}
