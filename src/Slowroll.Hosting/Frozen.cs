namespace Slowroll.Hosting;

/// <summary>The flags as they were when this scope, such as a request, first asked for them: one config and one
/// instant.</summary>
/// <typeparam name="TFlags">The generated class.</typeparam>
public sealed class Frozen<TFlags> where TFlags : class
{
    internal Frozen(TFlags flags) => Flags = flags;

    /// <summary>The flags. They don't change.</summary>
    public TFlags Flags { get; }
}
