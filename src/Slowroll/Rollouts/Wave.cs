namespace Slowroll.Rollouts;

/// <summary>A part of the hash keys with a schedule of its own.</summary>
/// <param name="Audience">Those it contains; null for all.</param>
/// <param name="AudienceName">What the config calls them; null for all.</param>
/// <param name="Ramp">Who of them is on <c>new</c>, and when.</param>
internal sealed record Wave(Audience? Audience, string? AudienceName, Ramp Ramp)
{
    /// <summary>Whether a hash key is in it, unless it is in an earlier one.</summary>
    public bool Contains(string hashKey) => Audience is null || Audience.Contain(hashKey);
}
