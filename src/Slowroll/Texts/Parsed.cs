namespace Slowroll.Texts;

/// <summary>The result of reading a text: a value, or a sentence that says why there is none and what to write
/// instead.</summary>
/// <remarks>This file and the readers that use it are compiled into the runtime and into the build-time half, so that
/// the two can't disagree about what a config says.</remarks>
internal readonly struct Parsed<T>
{
    private Parsed(T value, string? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>Why there is no value; null if there is one.</summary>
    public string? Error { get; }

    /// <summary>The value; the type's default where there is an error.</summary>
    public T Value { get; }

    public static implicit operator Parsed<T>(T value) => new(value, null);

    public static Parsed<T> Failed(string error) => new(default!, error);
}
