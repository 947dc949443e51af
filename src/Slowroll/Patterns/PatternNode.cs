namespace Slowroll.Patterns;

/// <summary>A part of a pattern, as it was read.</summary>
internal abstract class PatternNode
{
    /// <summary>Matches the empty text, at any place.</summary>
    public static PatternNode Empty { get; } = new EmptyNode();

    /// <summary>How many steps the part takes in an automaton. Only <see cref="Empty"/> takes none.</summary>
    public abstract long Size { get; }

    private sealed class EmptyNode : PatternNode
    {
        public override long Size => 0;
    }
}

/// <summary>One character.</summary>
internal sealed class CharNode(char value) : PatternNode
{
    public char Value => value;

    public override long Size => 1;
}

/// <summary>One character of a class.</summary>
internal sealed class ClassNode(CharClass value) : PatternNode
{
    public CharClass Value => value;

    public override long Size => value.Cost;
}

/// <summary>A place between two characters.</summary>
internal sealed class AnchorNode(Anchor value) : PatternNode
{
    public Anchor Value => value;

    public override long Size => 1;
}

/// <summary>Parts that follow on one another.</summary>
internal sealed class SequenceNode : PatternNode
{
    private SequenceNode(List<PatternNode> parts)
    {
        Parts = parts;
        Size = parts.Sum(part => part.Size);
    }

    public IReadOnlyList<PatternNode> Parts { get; }

    public override long Size { get; }

    public static PatternNode Of(List<PatternNode> parts)
    {
        parts.RemoveAll(part => part == Empty);
        return parts.Count switch
        {
            0 => Empty,
            1 => parts[0],
            _ => new SequenceNode(parts),
        };
    }
}

/// <summary>One of several parts.</summary>
internal sealed class ChoiceNode : PatternNode
{
    private ChoiceNode(List<PatternNode> choices)
    {
        Choices = choices;
        Size = choices.Sum(choice => choice.Size) + choices.Count - 1;
    }

    public IReadOnlyList<PatternNode> Choices { get; }

    public override long Size { get; }

    public static PatternNode Of(List<PatternNode> choices) =>
        choices.Count == 1 ? choices[0]
        : choices.TrueForAll(choice => choice == Empty) ? Empty
        : new ChoiceNode(choices);
}

/// <summary>A part that comes several times.</summary>
internal sealed class RepeatNode : PatternNode
{
    private RepeatNode(PatternNode part, int least, int? most)
    {
        Part = part;
        Least = least;
        Most = most;
        Size = (least * part.Size) + (most is { } limit ? (limit - least) * (part.Size + 1)
            : least == 0 ? part.Size + 1
            : 1);
    }

    public PatternNode Part { get; }

    public int Least { get; }

    /// <summary>Null if there is no limit.</summary>
    public int? Most { get; }

    public override long Size { get; }

    /// <summary>An empty part that is repeated is an empty part: otherwise the compiler would add it a billion
    /// times.</summary>
    public static PatternNode Of(PatternNode part, int least, int? most) =>
        part == Empty || most == 0 ? Empty
        : (least, most) == (1, 1) ? part
        : new RepeatNode(part, least, most);
}
