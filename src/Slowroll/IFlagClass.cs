namespace Slowroll;

/// <summary>A class of flags, as the generator writes them: made from a config, without reflection.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
public interface IFlagClass<TSelf> where TSelf : class, IFlagClass<TSelf>
{
    /// <summary>The local cache name of the class's config: its full name.</summary>
    static abstract string LocalCacheName { get; }

    /// <summary>The flags of a config.</summary>
    /// <param name="config">The config to ask.</param>
    static abstract TSelf FromConfig(SlowrollConfig config);

    /// <summary>The config that the flags ask. The generated class has it already.</summary>
    SlowrollConfig Config { get; }

    /// <summary>These flags as they are now: one config and one instant. The generated class implements this. A class
    /// that doesn't counts as one that never changes.</summary>
    TSelf Freeze() => (TSelf)this;
}
