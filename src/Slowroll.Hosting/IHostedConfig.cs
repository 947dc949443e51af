namespace Slowroll.Hosting;

/// <summary>The config of a class of flags that was added to a host. A host has one for each class: inject
/// <c>IEnumerable&lt;IHostedConfig&gt;</c> to get all of them.</summary>
public interface IHostedConfig
{
    /// <summary>The full name of the class of flags.</summary>
    string Name { get; }

    /// <summary>The config that answers for the class. If other flags are registered instead, as a test does, it is
    /// theirs.</summary>
    /// <param name="services">The services of the scope, such as a request.</param>
    SlowrollConfig GetConfig(IServiceProvider services);
}
