namespace Slowroll.Sources;

/// <summary>How long an answer stays good, by the server's word: <c>Cache-Control: max-age</c> less <c>Age</c> (RFC 9111,
/// section 4.2).</summary>
internal static class MaxAgeHeader
{
    /// <summary>Zero or more; null where the answer doesn't say, or says that it must not be reused unasked.</summary>
    public static TimeSpan? Of(HttpResponseMessage response)
    {
        if (response.Headers.CacheControl is not { MaxAge: { } maxAge, NoCache: false, NoStore: false })
            return null;

        var left = maxAge - (response.Headers.Age ?? TimeSpan.Zero);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
