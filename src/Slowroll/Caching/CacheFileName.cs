using System.Runtime.InteropServices;

namespace Slowroll.Caching;

/// <summary>Makes a file name from a local cache name and from the identity of the source. It is readable, safe on
/// every file system, and different for each pair.</summary>
internal static class CacheFileName
{
    public const string Extension = ".cache";

    private const int ReadableLength = 40;
    private const int HashLength = 32;

    /// <summary>The name, without a directory, of the files that all sources of a local cache name share.</summary>
    /// <remarks>The hash differs where the readable part doesn't: for names that differ in case, in length or in other
    /// letters than ASCII. With it a reserved name such as <c>CON</c> is an ordinary one.</remarks>
    public static string Of(string localCacheName) => BeginningOf(localCacheName) + Extension;

    /// <summary>The name, without a directory, of the cached config of one source.</summary>
    /// <remarks>The name has a hash of the source, which shows no secret.</remarks>
    public static string Of(string localCacheName, string sourceIdentity) =>
        $"{BeginningOf(localCacheName)}-{HashOf(sourceIdentity)}{Extension}";

    /// <summary>The name, without a directory, of the locks file. It stays where it is when a URL changes.</summary>
    public static string OfLocks(string localCacheName) => Of(localCacheName) + ".locks";

    /// <summary>What the names of all files of a local cache name begin with.</summary>
    public static string BeginningOf(string localCacheName)
    {
        var readable = localCacheName.AsSpan(0, Math.Min(localCacheName.Length, ReadableLength)).ToArray();
        for (var at = 0; at < readable.Length; at++)
            readable[at] = IsSafe(readable[at]) ? readable[at] : '_';
        return $"{new string(readable)}-{HashOf(localCacheName)}";
    }

    // The UTF-16 code units are hashed: in UTF-8 all lone surrogates would be the same.
    private static string HashOf(string text) =>
        Sha256.Hex(MemoryMarshal.AsBytes(text.AsSpan()))[..HashLength];

    private static bool IsSafe(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
}
