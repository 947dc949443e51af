namespace Slowroll;

/// <summary>A flag's typed name: its section and key in the config, the type of its values, and its default.</summary>
/// <typeparam name="T">bool, int, long, double, decimal, string, DateTimeOffset, DateOnly, Uri, Guid, their nullable
/// forms, or JsonElement; with a <see cref="Reader"/> any type.</typeparam>
/// <param name="Section">The name of the section.</param>
/// <param name="Key">The name of the flag in it.</param>
/// <param name="Default">The answer while the config has no such flag, or none that can be read as a
/// <typeparamref name="T"/>.</param>
public readonly record struct FlagKey<T>(string Section, string Key, T Default)
{
    /// <summary>Whether JSON's <c>null</c> is a value of a string or URI flag; else it doesn't fit and the default
    /// answers.
    /// Other types say it themselves: <c>int?</c> takes it, <c>int</c> doesn't.</summary>
    public bool AllowsNull { get; init; }

    /// <summary>How the flag's values are read; null for the built-in reader of <typeparamref name="T"/>. A type of
    /// one's own needs one.</summary>
    public FlagValueReader<T>? Reader { get; init; }

    /// <summary>The two names.</summary>
    public FlagName Name => new(Section, Key);

    /// <summary>The two names, for what takes a flag of any type: <c>options.Locks[AppFeatures.Keys.InstallToOptFoo] =
    /// Side.New</c>.</summary>
    /// <param name="key">The typed name.</param>
    public static implicit operator FlagName(FlagKey<T> key) => key.Name;
}
