#if NET
using System.Runtime.CompilerServices;
#endif

namespace Slowroll.Patterns;

/// <summary>Patterns as one automaton. It is at many steps at once, so that it reads a hash key only once.</summary>
/// <remarks>Immutable, so that any number of threads may ask. A match takes at worst a time in proportion to the length
/// of the hash key times the steps. It allocates nothing, takes no lock and calls no other engine.</remarks>
internal sealed class PatternProgram
{
    /// <summary>How many steps an automaton has at most. Its current steps are on the caller's stack, so more patterns
    /// get another automaton.</summary>
    public const int Largest = 4_096;

    private const int BitsOfAWord = 64;

    private readonly Step[] _steps;
    private readonly CharSet[] _classes;
    private readonly ushort[] _starts;

    // Null if the patterns have no word boundary.
    private readonly CharSet? _wordParts;

    internal PatternProgram(Step[] steps, CharSet[] classes, ushort[] starts, bool asksForWords)
    {
        _steps = steps;
        _classes = classes;
        _starts = starts;
        _wordParts = asksForWords ? CharClass.WordPart.Set : null;
    }

    /// <summary>Compiles the patterns to few automata.</summary>
    public static PatternProgram[] Compile(IEnumerable<Pattern> patterns)
    {
        var programs = new List<PatternProgram>();
        var compiler = new PatternCompiler();
        foreach (var pattern in patterns)
        {
            if (compiler.Size > 1 && compiler.Size + pattern.Root.Size > Largest)
            {
                programs.Add(compiler.Build());
                compiler = new();
            }

            compiler.Add(pattern);
        }

        if (compiler.Size > 1)
            programs.Add(compiler.Build());
        return [.. programs];
    }

    /// <summary>Whether one of the patterns matches the whole hash key.</summary>
#if NET
    [SkipLocalsInit]
#endif
    public bool IsMatch(string hashKey)
    {
        var (size, words) = (_steps.Length, (_steps.Length + BitsOfAWord - 1) / BitsOfAWord);
        var now = new Places(stackalloc ushort[size], stackalloc ulong[words]);
        var next = new Places(stackalloc ushort[size], stackalloc ulong[words]);

        now.Clear();
        foreach (var start in _starts)
            now.Add(start);

        for (var at = 0; at < hashKey.Length && now.Count > 0; at++)
        {
            next.Clear();
            Advance(hashKey, at, ref now, ref next);

            // This copies two spans and a count: that is cheaper than a second loop in which the two are exchanged.
            var last = now;
            now = next;
            next = last;
        }

        return EndsIn(hashKey, ref now);
    }

    private void Advance(string hashKey, int at, ref Places now, ref Places next)
    {
        var c = hashKey[at];
        var steps = _steps;

        // The list grows while there are steps that take no character.
        for (var i = 0; i < now.Count; i++)
        {
            var step = steps[now[i]];
            switch (step.Kind)
            {
                case StepKind.Char:
                    if (c == step.Value)
                        next.Add(step.Next);
                    break;
                case StepKind.Class:
                    if (_classes[step.Value].Contains(c))
                        next.Add(step.Next);
                    break;
                default:
                    GoOn(step, hashKey, at, ref now);
                    break;
            }
        }
    }

    private bool EndsIn(string hashKey, ref Places now)
    {
        for (var i = 0; i < now.Count; i++)
        {
            var step = _steps[now[i]];
            if (step.Kind == StepKind.Match)
                return true;
            GoOn(step, hashKey, hashKey.Length, ref now);
        }

        return false;
    }

    // Without taking a character.
    private void GoOn(Step step, string hashKey, int at, ref Places now)
    {
        if (step.Kind == StepKind.Fork)
        {
            now.Add(step.Next);
            now.Add(step.Value);
        }
        else if (step.Kind == StepKind.Anchor && Holds((Anchor)step.Value, hashKey, at))
        {
            now.Add(step.Next);
        }
    }

    private bool Holds(Anchor anchor, string hashKey, int at) => anchor switch
    {
        Anchor.Start => at == 0,
        Anchor.End => at == hashKey.Length,
        Anchor.EndOrLastLineFeed => at == hashKey.Length || (at == hashKey.Length - 1 && hashKey[at] == '\n'),
        Anchor.LineStart => at == 0 || hashKey[at - 1] == '\n',
        Anchor.LineEnd => at == hashKey.Length || hashKey[at] == '\n',
        Anchor.WordBoundary => IsWordPart(hashKey, at - 1) != IsWordPart(hashKey, at),
        _ => IsWordPart(hashKey, at - 1) == IsWordPart(hashKey, at),
    };

    private bool IsWordPart(string hashKey, int at) =>
        at >= 0 && at < hashKey.Length && _wordParts!.Contains(hashKey[at]);

    /// <summary>Steps, each once, in the order in which they came.</summary>
    private ref struct Places(Span<ushort> steps, Span<ulong> taken)
    {
        private readonly Span<ushort> _steps = steps;
        private readonly Span<ulong> _taken = taken;

        public int Count { get; private set; }

        public readonly ushort this[int index] => _steps[index];

        public void Clear()
        {
            _taken.Clear();
            Count = 0;
        }

        public void Add(ushort step)
        {
            ref var word = ref _taken[step / BitsOfAWord];
            var bit = 1ul << (step % BitsOfAWord);
            if ((word & bit) != 0)
                return;

            word |= bit;
            _steps[Count++] = step;
        }
    }
}
