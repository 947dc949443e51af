using System.Globalization;

namespace Slowroll.Sources;

/// <summary>What names a version of a config over HTTP: its ETag, or its date where a server gives nothing better.</summary>
internal static class HttpValidator
{
    private const string DatePrefix = "Last-Modified: ";

    /// <summary>Makes a request conditional, if the validator can be sent at all.</summary>
    /// <param name="request">The request.</param>
    /// <param name="etag">What <see cref="Of"/> once gave.</param>
    /// <param name="mayBeLatin1">Whether the client sends headers that are more than ASCII. Others throw at them.</param>
    /// <returns>Whether the request has a condition now.</returns>
    public static bool TryApply(HttpRequestMessage request, string? etag, bool mayBeLatin1)
    {
        if (string.IsNullOrEmpty(etag) || !etag.All(letter => CanBeSent(letter, mayBeLatin1)))
            return false;

        return etag.StartsWith(DatePrefix, StringComparison.Ordinal)
            ? request.Headers.TryAddWithoutValidation("If-Modified-Since", etag[DatePrefix.Length..])
            : request.Headers.TryAddWithoutValidation("If-None-Match", etag);
    }

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
            && dates.ToString() is { Length: > 0 } date
            && !MayStillChange(response, date)
                ? DatePrefix + date
                : null;
    }

    // A date has whole seconds: a file that is written again within the second of its answer keeps its date, and would
    // count as unchanged for ever.
    private static bool MayStillChange(HttpResponseMessage response, string lastModified) =>
        response.Headers.Date is { } now
        && DateTimeOffset.TryParse(
            lastModified, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var changed)
        && now - changed < TimeSpan.FromSeconds(1);

    private static bool CanBeSent(char letter, bool mayBeLatin1) =>
        letter is '\t' or (>= ' ' and <= '~') || (mayBeLatin1 && letter is >= '\u0080' and <= '\u00ff');
}
