using System.Runtime.InteropServices;

namespace Slowroll.Caching;

/// <summary>Makes a file's name of a local cache name and of what the config comes from: readable, safe on every file system, one
/// for each.</summary>
internal static class CacheFileName
{
    public const string Extension = ".cache";

    private const int ReadableLength = 40;
    private const int HashLength = 32;

    /// <summary>The name, without a directory, of the files that all sources of a local cache name share.</summary>
    /// <remarks>The hash keeps apart what the readable part doesn't: case, length, foreign letters. It also makes a
    /// reserved name such as <c>CON</c> an ordinary one.</remarks>
    public static string Of(string localCacheName) => BeginningOf(localCacheName) + Extension;

    /// <summary>The name, without a directory, of the cached config of one source.</summary>
    /// <remarks>The source is named by a hash, which tells no secret of it.</remarks>
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

    // The raw letters: as UTF-8, all lone surrogates would be one.
    private static string HashOf(string text) =>
        Sha256.Hex(MemoryMarshal.AsBytes(text.AsSpan()))[..HashLength];

    private static bool IsSafe(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
}
