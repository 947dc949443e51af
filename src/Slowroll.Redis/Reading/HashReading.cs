using System.Globalization;
using System.Security.Cryptography;

namespace Slowroll.Redis.Reading;

/// <summary>What was found in Redis.</summary>
internal sealed record HashReading
{
    private const int Digits = 16;

    /// <summary>The version and the length, which can be had without the config; null if there is no config that can be
    /// used.</summary>
    public string? Stamp { get; private init; }

    /// <summary>The beginning of the SHA-256 of the config; null if it wasn't loaded.</summary>
    public string? Digest { get; private init; }

    /// <summary>The config; empty if it wasn't loaded.</summary>
    public ReadOnlyMemory<byte> Json { get; private init; }

    /// <summary>Why it can't be used.</summary>
    public string? Error { get; private init; }

    /// <summary>Names the config, also after a restart of the program: stamp and digest.</summary>
    public string? Tag => Digest is null ? null : $"{Stamp}:{Digest}";

    /// <summary>A config that wasn't loaded.</summary>
    public static HashReading Seen(string version, long length) => new() { Stamp = StampOf(version, length) };

    /// <summary>A config that was loaded.</summary>
    public static HashReading Loaded(string version, ReadOnlyMemory<byte> json) => new()
    {
        Stamp = StampOf(version, json.Length),
        Digest = Convert.ToHexString(SHA256.HashData(json.Span))[..Digits],
        Json = json,
    };

    /// <summary>The config that a tag names; null if it is no tag of this source.</summary>
    public static HashReading? OfTag(string? tag)
    {
        if (tag is null || tag.Length <= Digits + 1)
            return null;
        var digest = tag[^Digits..];
        return tag[^(Digits + 1)] == ':' && digest.All(char.IsAsciiHexDigitUpper)
            ? new() { Stamp = tag[..^(Digits + 1)], Digest = digest }
            : null;
    }

    /// <summary>No config that can be used.</summary>
    public static HashReading Failed(string error) => new() { Error = error };

    /// <summary>The same without the bytes.</summary>
    public HashReading Known() => this with { Json = default };

    // With the length most changes are seen even if somebody forgot to write another version.
    private static string StampOf(string version, long length) =>
        string.Create(CultureInfo.InvariantCulture, $"{version}:{length}");
}
