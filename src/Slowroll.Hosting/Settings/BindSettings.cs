using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Slowroll.Hosting.Registering;

namespace Slowroll.Hosting.Settings;

/// <summary>Reads the section of the last call, once, when it is first needed: then all overrides are in it.</summary>
internal sealed class BindSettings<TFlags>(FlagsRegistration<TFlags> registration)
    : IConfigureNamedOptions<FlagSettings>
    where TFlags : class, IFlagClass<TFlags>
{
    private const string Generated = "The call is replaced at compile time by generated code without reflection.";

    // Newer analyzers report at another place than the one for which the generator suppresses.
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Generated)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = Generated)]
    public void Configure(string? name, FlagSettings options)
    {
        if (name == TFlags.LocalCacheName && registration.Section is { } section)
            section.Bind(options);
    }

    public void Configure(FlagSettings options) => Configure(Options.DefaultName, options);
}
