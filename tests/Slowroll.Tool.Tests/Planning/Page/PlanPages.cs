using Slowroll.Planning.Tests.Page;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Hosts;
using Slowroll.Tool.Planning.Page;

namespace Slowroll.Tool.Tests.Planning.Page;

/// <summary>What the page shows of a config.</summary>
internal static class PlanPages
{
    public static PlanPage Read(string config, IEnumerable<string>? hosts = null, DateTimeOffset? at = null) =>
        PlanPageReader.Read(
            "config", ConfigDocument.Read(config), hosts is null ? null : new HostList(hosts, Hashers.Sha1),
            at ?? Plans.At);
}
