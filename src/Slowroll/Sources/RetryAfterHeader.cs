using System.Globalization;
using System.Net;

namespace Slowroll.Sources;

/// <summary>How long a server asks clients to wait.</summary>
internal static class RetryAfterHeader
{
    // A longer wait is a mistake, which must not stop the polling for ever.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>From zero to a day; null if the answer doesn't ask for it.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider clock)
    {
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            || !response.Headers.NonValidated.TryGetValues("Retry-After", out var values)
            || values.Count != 1)
        {
            return null;
        }

        var text = values.ToString().Trim();
        if (text.Length > 0 && text.All(char.IsAsciiDigit))
        {
            return int.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
                ? Capped(TimeSpan.FromSeconds(seconds))
                : Longest;
        }

        // Compared with the server's clock if the answer has its time, so that a difference of the clocks has no
        // effect.
        return DateTimeOffset.TryParseExact(
            text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? Capped(date - (response.Headers.Date ?? clock.GetUtcNow()))
            : null;
    }

    private static TimeSpan Capped(TimeSpan wait) =>
        wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
}
