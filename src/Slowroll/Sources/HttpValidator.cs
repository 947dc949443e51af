using System.Globalization;
using System.Net;

namespace Slowroll.Sources;

/// <summary>What names a version of a config over HTTP: its ETag, or its date where a server gives nothing better.</summary>
/// <remarks>What is sent is checked when it is sent: a validator may come from a file that another version has written.</remarks>
internal static class HttpValidator
{
    private const string DatePrefix = "Last-Modified: ";

    // RFC 9110, section 5.6.7: the form that is written, and the two old ones that are still read.
    private static readonly string[] DateForms =
    [
        "r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM dd HH:mm:ss yyyy", "ddd MMM  d HH:mm:ss yyyy",
    ];

    /// <summary>Makes a request conditional, if the validator can be sent usefully.</summary>
    /// <param name="request">The request.</param>
    /// <param name="etag">What <see cref="Of"/> once gave; null for no condition.</param>
    /// <param name="mayBeLatin1">Whether the client sends headers that are more than ASCII. Others throw at them.</param>
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

    /// <summary>Whether a server that answers a conditional request with this status may be asked without the condition: it is
    /// one that the condition can have caused.</summary>
    /// <remarks>Every 4xx but those that surely have another cause, where a second request would only double the load: they
    /// speak of who asks (401, 403, 407), of the address (404, 410), or of a server that has no time (408, 425, 429).</remarks>
    public static bool MayBeTheCauseOf(HttpStatusCode status) =>
        (int)status is >= 400 and < 500 and not (401 or 403 or 404 or 407 or 408 or 410 or 425 or 429);

    /// <summary>The validator of an answer, byte for byte as the server wrote it; null where it has none.</summary>
    public static string? Of(HttpResponseMessage response)
    {
        if (response.Headers.NonValidated.TryGetValues("ETag", out var etags))
        {
            // Of two ETags nobody knows which is meant, and none may be taken for a date.
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
        DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;

    // A date has whole seconds: a file that is written again within the second of its answer keeps its date, and would
    // count as unchanged for ever.
    private static bool MayStillChange(HttpResponseMessage response, DateTimeOffset changed) =>
        response.Headers.Date is { } now && now - changed < TimeSpan.FromSeconds(1);
}
