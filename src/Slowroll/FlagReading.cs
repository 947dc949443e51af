using Slowroll.Evaluating;

namespace Slowroll;

/// <summary>The result of reading a flag's value: the value, or a refusal, with a reason if the reader has
/// one.</summary>
/// <remarks>The default of this type is a refusal without a reason: then the message says which JSON is there and what
/// was expected. <see cref="FlagReaders.Refused{T}"/> gives a reason.</remarks>
/// <typeparam name="T">The type that the value is read as.</typeparam>
public readonly struct FlagReading<T>
{
    // A refusal with its reason, or this one object where there is a value: so that the default is a refusal.
    private readonly object? _state;

    /// <summary>The value was read.</summary>
    /// <param name="value">The value.</param>
    public FlagReading(T value) => (Value, _state) = (value, Refusal.None);

    private FlagReading(Refusal? refusal) => (Value, _state) = (default!, refusal);

    /// <summary>Whether the value was read.</summary>
    public bool HasValue => ReferenceEquals(_state, Refusal.None);

    /// <summary>The value; the default of its type where it was refused.</summary>
    public T Value { get; }

    /// <summary>Why it was refused, and where inside the value; null without a reason.</summary>
    internal Refusal? Refusal => HasValue ? null : (Refusal?)_state;

    /// <summary>The value was read.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator FlagReading<T>(T value) => new(value);

    /// <summary>A refusal of the whole value because this part of it is refused: for the same reason, at the same
    /// place.</summary>
    /// <typeparam name="TWhole">The type of the whole.</typeparam>
    /// <exception cref="InvalidOperationException">This part was read.</exception>
    public FlagReading<TWhole> RefusedAs<TWhole>() => HasValue
        ? throw new InvalidOperationException("What was read isn't refused.")
        : FlagReading<TWhole>.Refused(Refusal);

    internal static FlagReading<T> Refused(Refusal? refusal) => new(refusal);
}
