namespace Slowroll.Grammar;

/// <summary>Why a rollout, or a part of it, can't be read.</summary>
/// <param name="Sentence">What is wrong, and what to write instead. It is the same in the log of the running program
/// and in the report of the build.</param>
/// <param name="Part">What is lost by it.</param>
internal readonly record struct RolloutFault(string Sentence, FaultyPart Part);

/// <summary>What of a rollout is lost by a fault.</summary>
internal enum FaultyPart
{
    /// <summary>The flag: it answers its default to everybody.</summary>
    Flag,

    /// <summary>The schedule alone, since there are early adopters: they get <c>new</c> all the same, as the original
    /// has it.</summary>
    Schedule,

    /// <summary>The whole config: a rollout that somebody wants to stop must not go on, or lose everybody, by a
    /// mistake.</summary>
    Document,

    /// <summary>The flag, because of its values, which a declared type may forbid as well.</summary>
    Values,
}

/// <summary>Takes the faults of a rollout, in the order in which the grammar finds them.</summary>
internal interface IRolloutFaults<TValue> where TValue : struct, IJsonValue<TValue>
{
    /// <summary>Takes a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="place">The value that is wrong; null where the flag as a whole is.</param>
    void Add(RolloutFault fault, TValue? place);

    /// <summary>Why a pattern is beyond what all patterns of its config may cost together; null if it isn't.</summary>
    string? RefusalOf(TValue pattern);
}
