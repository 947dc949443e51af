using System.Text;
using Slowroll.Caching;

namespace Slowroll.Tests.Caching;

/// <summary>A cache in a directory of its own.</summary>
internal sealed class CacheFixture : IDisposable
{
    public const string Source = "https://config.test/config.json";

    public static readonly DateTimeOffset FetchedAt = new(2026, 11, 23, 8, 30, 15, 123, TimeSpan.Zero);

    private readonly TemporaryDirectory _root = new();

    /// <summary>The directory for caches; it doesn't exist until something is written.</summary>
    public string Directory => _root["caches"];

    /// <summary>Whether anything has created the directory.</summary>
    public bool Exist => System.IO.Directory.Exists(Directory);

    /// <summary>What lies in the directory.</summary>
    public string[] Files => [.. System.IO.Directory.EnumerateFileSystemEntries(Directory)];

    public DiskCache Open(string name = "app", string source = Source, long maxConfigBytes = 1 << 20) =>
        DiskCache.Open(name, source, new() { CacheDirectory = Directory, MaxConfigBytes = maxConfigBytes }, out _)!;

    public void Dispose() => _root.Dispose();
}

internal static class DiskCacheTexts
{
    /// <summary>Keeps a text; it has to succeed.</summary>
    public static void Keep(this DiskCache cache, string json, string? etag = null) =>
        Assert.Null(cache.Write(Encoding.UTF8.GetBytes(json), etag, CacheFixture.FetchedAt));

    /// <summary>Tries to keep a text; it has to fail.</summary>
    public static string FailToKeep(this DiskCache cache, string json)
    {
        var error = cache.Write(Encoding.UTF8.GetBytes(json), null, CacheFixture.FetchedAt);
        Assert.NotNull(error);
        return error;
    }

    /// <summary>The kept text; null where there is none.</summary>
    public static string? Text(this DiskCache cache) =>
        cache.Read(out _) is { } config ? Encoding.UTF8.GetString(config.Utf8Json.Span) : null;

    /// <summary>Why there is no config; there must be none.</summary>
    public static string? WhyNot(this DiskCache cache)
    {
        Assert.Null(cache.Read(out var whyNot));
        return whyNot;
    }
}
