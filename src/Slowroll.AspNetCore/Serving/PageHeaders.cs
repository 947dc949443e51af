using Microsoft.AspNetCore.Http;
using Slowroll.AspNetCore.Showing;
using Slowroll.Planning.Page;

namespace Slowroll.AspNetCore.Serving;

/// <summary>The headers that every answer has.</summary>
/// <remarks>The policy names style and script by their hashes: a browser runs and applies nothing else, even if a text
/// became markup, and asks no other server for anything.</remarks>
internal static class PageHeaders
{
    private static readonly string Policy =
        $"default-src 'none'; style-src '{PageStyle.HashOf(Templates.Style)}'; "
        + $"script-src '{PageStyle.HashOf(Templates.Script)}'; connect-src 'self'; img-src data:; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sets them.</summary>
    public static void Set(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
        headers.CacheControl = "no-store";
    }
}
