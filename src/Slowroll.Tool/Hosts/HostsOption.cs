using System.CommandLine;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Hosts;

/// <summary>The option <c>--hosts</c>.</summary>
internal sealed class HostsOption : Option<string>
{
    public HostsOption()
        : base("--hosts")
    {
        HelpName = "file";
        Description = "the hosts of the fleet, one in each line; lines that begin with # are left out. Without it, "
            + "shares are given instead of hosts";
    }

    /// <summary>The hosts of a call; null where the option isn't given.</summary>
    /// <exception cref="UsageException">It is no path and no URL.</exception>
    /// <exception cref="NotReadableException">It can't be read, or has no host in it.</exception>
    public async Task<HostList?> FindAsync(
        ParseResult call, Func<string, uint> hasher, InputReader inputs, CancellationToken cancellation)
    {
        if (call.GetValue(this) is not { } given)
            return null;

        var hosts = HostList.Read(
            await inputs.ReadAsync(given, $"What {Name} names", cancellation).ConfigureAwait(false), hasher);
        return hosts.Count > 0
            ? hosts
            : throw new NotReadableException($"What {Name} names has no host in it. Write one in each line.");
    }
}
