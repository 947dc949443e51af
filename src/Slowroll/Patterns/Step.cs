namespace Slowroll.Patterns;

/// <summary>One step of an automaton.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Next">The next step.</param>
/// <param name="Value">The character, the index of the class, the anchor, or the second next step of a fork.</param>
internal readonly record struct Step(StepKind Kind, ushort Next, ushort Value);

/// <summary>What a step does.</summary>
internal enum StepKind : byte
{
    /// <summary>The hash key matches if it ends here.</summary>
    Match,

    /// <summary>Takes one character.</summary>
    Char,

    /// <summary>Takes a character of a class.</summary>
    Class,

    /// <summary>Continues at two steps, and takes no character.</summary>
    Fork,

    /// <summary>Continues if an anchor matches, and takes no character.</summary>
    Anchor,
}
