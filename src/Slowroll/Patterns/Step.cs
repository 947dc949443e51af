namespace Slowroll.Patterns;

/// <summary>One step of an automaton.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Next">Where it goes.</param>
/// <param name="Value">The character, the index of the class, the anchor, or where a fork goes too.</param>
internal readonly record struct Step(StepKind Kind, ushort Next, ushort Value);

/// <summary>What a step does.</summary>
internal enum StepKind : byte
{
    /// <summary>The key fits if it ends here.</summary>
    Match,

    /// <summary>Takes one character.</summary>
    Char,

    /// <summary>Takes a character of a class.</summary>
    Class,

    /// <summary>Goes two ways, and takes nothing.</summary>
    Fork,

    /// <summary>Goes on where an anchor holds, and takes nothing.</summary>
    Anchor,
}
