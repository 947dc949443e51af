using Microsoft.Extensions.Configuration;

namespace Slowroll.Hosting.Registering;

/// <summary>What the last call that added a class of flags said. A later call replaces it as a whole.</summary>
internal sealed class FlagsRegistration<TFlags> where TFlags : class
{
    /// <summary>Makes the config.</summary>
    public required Func<IServiceProvider, SlowrollOptions, SlowrollConfig> Create { get; init; }

    /// <summary>The section to read; null if the call named a URL or a source.</summary>
    public IConfiguration? Section { get; init; }

    /// <summary>Changes the options.</summary>
    public Action<SlowrollOptions>? Configure { get; init; }
}
