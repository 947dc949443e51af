using System.Globalization;
using System.Net;

namespace Slowroll.Sources;

/// <summary>What names a version of a config over HTTP: its ETag, or its date if the server gives no ETag.</summary>
/// <remarks>It is checked when it is sent: it may come from a cache file that another version of the library has
/// written.</remarks>
internal static class HttpValidator
{
    private const string DatePrefix = "Last-Modified: ";

    // RFC 9110, section 5.6.7: the form that is written, and the two old forms that are still read.
    private static readonly string[] DateForms =
    [
        "r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM dd HH:mm:ss yyyy", "ddd MMM  d HH:mm:ss yyyy",
    ];

    /// <summary>Makes a request conditional, if the validator can be sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="etag">A result of <see cref="Of"/>; null for no condition.</param>
    /// <param name="mayBeLatin1">Whether the client can send headers with other characters than ASCII. Most clients
    /// throw.</param>
    /// <returns>Whether the request has a condition now.</returns>
    public static bool TryApply(HttpRequestMessage request, string? etag, bool mayBeLatin1)
    {
        if (etag is null)
            return false;

        if (etag.StartsWith(DatePrefix, StringComparison.Ordinal))
        {
            return DateOf(etag[DatePrefix.Length..]) is not null
                && request.Headers.TryAddWithoutValidation("If-Modified-Since", etag[DatePrefix.Length..]);
        }

        return EntityTag.IsOne(etag, mayBeLatin1) && request.Headers.TryAddWithoutValidation("If-None-Match", etag);
    }

    /// <summary>Whether the condition may be the cause of this status, so that the server is asked again without
    /// it.</summary>
    /// <remarks>Every 4xx except those that surely have another cause, where a second request would only double the
    /// load: they are about the client (401, 403, 407), about the address (404, 410), or about a server that has no
    /// time (408, 425, 429).</remarks>
    public static bool MayBeTheCauseOf(HttpStatusCode status) =>
        (int)status is >= 400 and < 500 and not (401 or 403 or 404 or 407 or 408 or 410 or 425 or 429);

    /// <summary>The validator of an answer, byte for byte as the server wrote it; null if it has none.</summary>
    public static string? Of(HttpResponseMessage response)
    {
        if (response.Headers.NonValidated.TryGetValues("ETag", out var etags))
        {
            // With two ETags it isn't clear which one is meant. Then the date isn't used either.
            return etags.Count == 1
                && etags.ToString() is { Length: > 0 } etag
                && !etag.StartsWith(DatePrefix, StringComparison.Ordinal)
                ? etag
                : null;
        }

        return response.Content.Headers.NonValidated.TryGetValues("Last-Modified", out var dates)
            && dates.Count == 1
            && DateOf(dates.ToString()) is { } changed
            && !MayStillChange(response, changed)
                ? DatePrefix + dates
                : null;
    }

    private static DateTimeOffset? DateOf(string text) =>
        DateTimeOffset.TryParseExact(
            text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;

    // A date has whole seconds: a file that is written again in the second in which it was sent keeps its date, and
    // would count as unchanged for ever.
    private static bool MayStillChange(HttpResponseMessage response, DateTimeOffset changed) =>
        response.Headers.Date is { } now && now - changed < TimeSpan.FromSeconds(1);
}
