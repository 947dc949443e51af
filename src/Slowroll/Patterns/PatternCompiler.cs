namespace Slowroll.Patterns;

/// <summary>Makes the steps of one automaton from patterns. It goes from the end of a pattern to its start, so that the
/// next step is known for each.</summary>
/// <remarks>It is recursive: its depth is that of the groups of a pattern.</remarks>
internal sealed class PatternCompiler
{
    private const ushort Match = 0;

    private readonly List<Step> _steps = [new(StepKind.Match, 0, 0)];
    private readonly List<CharSet> _classes = [];
    private readonly Dictionary<CharClass, ushort> _classOf = [];
    private readonly List<ushort> _starts = [];

    /// <summary>How many steps there are.</summary>
    public int Size => _steps.Count;

    /// <summary>Whether the patterns have a word boundary.</summary>
    public bool AsksForWords { get; private set; }

    public void Add(Pattern pattern) => _starts.Add(Add(pattern.Root, Match));

    public PatternProgram Build() => new([.. _steps], [.. _classes], [.. _starts], AsksForWords);

    private ushort Add(PatternNode node, ushort next)
    {
        switch (node)
        {
            case CharNode one:
                return Add(new Step(StepKind.Char, next, one.Value));
            case ClassNode one:
                return Add(new Step(StepKind.Class, next, IndexOf(one.Value)));
            case AnchorNode place:
                AsksForWords |= place.Value is Anchor.WordBoundary or Anchor.NoWordBoundary;
                return Add(new Step(StepKind.Anchor, next, (ushort)place.Value));
            case SequenceNode sequence:
                for (var i = sequence.Parts.Count - 1; i >= 0; i--)
                    next = Add(sequence.Parts[i], next);
                return next;
            case ChoiceNode choice:
                var first = Add(choice.Choices[0], next);
                for (var i = 1; i < choice.Choices.Count; i++)
                    first = Add(new Step(StepKind.Fork, first, Add(choice.Choices[i], next)));
                return first;
            case RepeatNode repeat:
                return Add(repeat, next);
            default:
                return next;
        }
    }

    private ushort Add(RepeatNode repeat, ushort next)
    {
        var (end, least) = (next, repeat.Least);
        if (repeat.Most is { } most)
        {
            for (var i = repeat.Least; i < most; i++)
                next = Add(new Step(StepKind.Fork, Add(repeat.Part, next), end));
        }
        else
        {
            // The part leads back to the fork, so the fork is added first and completed when the part is there.
            var fork = Add(new Step(StepKind.Fork, end, end));
            var part = Add(repeat.Part, fork);
            _steps[fork] = new(StepKind.Fork, part, end);
            (next, least) = least == 0 ? (fork, 0) : (part, least - 1);
        }

        for (; least > 0; least--)
            next = Add(repeat.Part, next);
        return next;
    }

    private ushort Add(Step step)
    {
        _steps.Add(step);
        return (ushort)(_steps.Count - 1);
    }

    // A class that occurs several times is stored once.
    private ushort IndexOf(CharClass value)
    {
        if (!_classOf.TryGetValue(value, out var index))
        {
            _classOf.Add(value, index = (ushort)_classes.Count);
            _classes.Add(value.Set);
        }

        return index;
    }
}
