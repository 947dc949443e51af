namespace Slowroll.Sources;

/// <summary>How long an answer is valid, as the server says: <c>Cache-Control: max-age</c> less <c>Age</c> (RFC 9111,
/// section 4.2).</summary>
internal static class MaxAgeHeader
{
    /// <summary>Zero or more; null if the answer doesn't say it, or says that it must not be used again without asking
    /// the server.</summary>
    public static TimeSpan? Of(HttpResponseMessage response)
    {
        if (response.Headers.CacheControl is not { MaxAge: { } maxAge, NoCache: false, NoStore: false })
            return null;

        var left = maxAge - (response.Headers.Age ?? TimeSpan.Zero);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
