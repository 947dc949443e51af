namespace Slowroll.Sources;

/// <summary>Identifies the config of a URL for the disk cache: the URL without the parts that only say who
/// asks.</summary>
/// <remarks>User info, the fragment and tokens in the query don't count, so that the cache is found again with a
/// renewed token. All other parameters count as they are written, in their order: they may name another environment,
/// with another config.</remarks>
internal static class UrlIdentity
{
    /// <summary>The URL without what doesn't count. It may still have secrets in it: only its hash may be
    /// written.</summary>
    public static string Of(Uri url)
    {
        var address = url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        var parameters = url.GetComponents(UriComponents.Query, UriFormat.UriEscaped)
            .Split('&', StringSplitOptions.RemoveEmptyEntries);
        var names = Array.ConvertAll(parameters, NameOf);
        var signed = new HashSet<string>(parameters.Where(HasValue).Select(NameOf), StringComparer.Ordinal);
        var schemes = UrlSignature.All.Where(scheme => scheme.IsIn(signed)).ToArray();

        var counting = parameters
            .Where((_, index) => !IsToken(names[index]) && !Array.Exists(schemes, scheme => scheme.Has(names[index])))
            .ToArray();
        return counting is [] ? address : $"{address}?{string.Join('&', counting)}";
    }

    // A server decodes the name, so it is compared decoded.
    private static string NameOf(string parameter) => Uri.UnescapeDataString(parameter.Split('=', 2)[0]);

    private static bool HasValue(string parameter) =>
        parameter.IndexOf('=', StringComparison.Ordinal) is >= 0 and var equals && equals < parameter.Length - 1;

    private static bool IsToken(string name) =>
        name.Equals("token", StringComparison.OrdinalIgnoreCase)
            || name.Equals("access_token", StringComparison.OrdinalIgnoreCase);
}
