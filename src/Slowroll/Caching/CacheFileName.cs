using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Slowroll.Caching;

/// <summary>Makes a file's name of a local cache name: readable, safe on every file system, one for each.</summary>
internal static class CacheFileName
{
    public const string Extension = ".cache";

    private const int ReadableLength = 40;

    /// <summary>The name without a directory.</summary>
    /// <remarks>The hash keeps apart what the readable part doesn't: case, length, foreign letters. It also makes a
    /// reserved name such as <c>CON</c> an ordinary one.</remarks>
    public static string Of(string localCacheName)
    {
        var readable = string.Concat(localCacheName.Take(ReadableLength).Select(letter => IsSafe(letter) ? letter : '_'));
        // The raw letters: as UTF-8, all lone surrogates would be one.
        var hash = SHA256.HashData(MemoryMarshal.AsBytes(localCacheName.AsSpan()));
        return $"{readable}-{Convert.ToHexString(hash.AsSpan(0, 16))}{Extension}";
    }

    private static bool IsSafe(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
}
