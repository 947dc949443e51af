namespace Slowroll.Sources;

/// <summary>A request in a browser, which has its own cache and its own rules about who may read an answer.</summary>
internal static class BrowserRequest
{
    // By this name the platform's client finds the options that it gives to the browser's fetch.
    private static readonly HttpRequestOptionsKey<IDictionary<string, object>> FetchOptions =
        new("WebAssemblyFetchOptions");

    /// <summary>Has the browser ask the server each time, with the ETag of the answer in its cache: an unchanged config
    /// costs a 304, and the program gets the body out of the cache.</summary>
    /// <remarks>Without this the browser would answer out of its cache as long as <c>Cache-Control: max-age</c> says,
    /// and a stop would come that much later. With an <c>If-None-Match</c> of our own, a server of another origin would
    /// be asked for its leave before every request.</remarks>
    public static void AskTheServer(HttpRequestMessage request) =>
        request.Options.Set(FetchOptions, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["cache"] = "no-cache",
        });

    /// <summary>The end of a sentence for a request that failed. A browser doesn't tell a program why.</summary>
    /// <param name="url">The config's URL.</param>
    /// <param name="page">The origin of the page, <c>https://example.com</c>; null if it isn't known.</param>
    public static string WhyNot(Uri url, string? page)
    {
        Uri.TryCreate(page, UriKind.Absolute, out var origin);
        if (origin?.Scheme == Uri.UriSchemeHttps && url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback)
            return "can't be asked by a page that came by https: use an https address";

        return origin is not null && IsOf(origin, url)
            ? "can't be reached, or its answer broke off: check that it runs, and the network; the browser's console "
                + "says which"
            : "can't be reached, or doesn't let this page read its answers: check that it runs, and that each answer, "
                + $"also one with an error, has the header Access-Control-Allow-Origin: {page ?? "*"} (or *); the "
                + "browser's console says which";
    }

    // A browser writes the name of a host in the letters of DNS.
    private static bool IsOf(Uri origin, Uri url) =>
        origin.Scheme == url.Scheme && origin.Port == url.Port && origin.IdnHost == url.IdnHost;
}
