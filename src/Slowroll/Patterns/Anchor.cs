namespace Slowroll.Patterns;

/// <summary>A place between two characters of a hash key.</summary>
internal enum Anchor
{
    /// <summary><c>\A</c>, and <c>^</c>.</summary>
    Start,

    /// <summary><c>\z</c>.</summary>
    End,

    /// <summary><c>\Z</c>, and <c>$</c>: the end, or before a line feed that is the last character.</summary>
    EndOrLastLineFeed,

    /// <summary><c>^</c> under <c>(?m)</c>.</summary>
    LineStart,

    /// <summary><c>$</c> under <c>(?m)</c>.</summary>
    LineEnd,

    /// <summary><c>\b</c>.</summary>
    WordBoundary,

    /// <summary><c>\B</c>.</summary>
    NoWordBoundary,
}
