namespace Slowroll.Etcd.Connecting;

/// <summary>Reads the addresses of a cluster's members.</summary>
internal static class MemberAddress
{
    /// <summary>All of <c>https://a:2379,https://b:2379</c>.</summary>
    /// <exception cref="ArgumentException">One of them isn't http or https, or has a user in it. It isn't shown: it may
    /// have a password in it.</exception>
    public static IReadOnlyList<Uri> AllOf(string endpoints)
    {
        ArgumentException.ThrowIfNullOrEmpty(endpoints);
        var all = endpoints.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (all.Length == 0)
            throw new ArgumentException("The endpoints of etcd are empty: write http://host:2379,http://host2:2379.");
        return [.. all.Select(Of)];
    }

    private static Uri Of(string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
            && address is { Scheme: "http" or "https", UserInfo: "", Host.Length: > 0 }
            ? address
            : throw new ArgumentException(
                "An endpoint of etcd isn't of the form http://host:2379 or https://host:2379. It isn't shown; user "
                + "and password belong to EtcdConfigOptions.");
}
