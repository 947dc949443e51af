namespace Slowroll.Texts;

/// <summary>The ETag of a config as it is kept.</summary>
internal static class KeptTag
{
    /// <summary>The longest that is kept: what HTTP headers may have, and what fits into the head of a cache
    /// file.</summary>
    public const int Longest = 64 * 1024;

    /// <summary>The tag; null for one that is too long to be kept, stored with each config and sent with each
    /// fetch.</summary>
    public static string? Of(string? etag) => etag is { Length: > Longest } ? null : etag;
}
