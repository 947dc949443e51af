namespace Slowroll.Sources;

/// <summary>How long a cache in between has kept an answer: <c>Age</c> (RFC 9111, section 5.1).</summary>
internal static class AgeHeader
{
    /// <summary>Null if no cache says so: the answer is fresh, or comes from a cache that keeps silent.</summary>
    public static TimeSpan? Of(HttpResponseMessage response) =>
        response.Headers.Age is { } age && age > TimeSpan.Zero ? age : null;

    /// <summary>What time it is for the server, by its <c>Date</c>; null if the answer has none.</summary>
    /// <remarks>A cache keeps the date of the answer, so that it is old by the age. Some put their own in its place. So
    /// with an age the time is known only to be between the two: it is taken to be right if it can be.</remarks>
    public static DateTimeOffset? SourceTimeOf(HttpResponseMessage response, TimeProvider clock)
    {
        if (response.Headers.Date is not { } date || Of(response) is not { } age)
            return response.Headers.Date;

        var now = clock.GetUtcNow();
        return now <= date ? date
            : now - date <= age ? now
            : date + age;
    }
}
