using Slowroll.Caching;
using Slowroll.Disk;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Texts;
using Slowroll.Tool.Disk;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Caches;

/// <summary>A cached config of this machine, or a file that looks like one.</summary>
internal sealed record CachedFile
{
    // No config is longer, unless a program was told so.
    private const long LongestFile = (1L << 30) + CacheFile.LongestHead;

    private const int HashLength = 32;

    /// <summary>The file's full path.</summary>
    public required string Path { get; init; }

    /// <summary>The readable part of its local cache name: the name of the class, mostly.</summary>
    public string Name => ReadableName(System.IO.Path.GetFileName(Path));

    /// <summary>The hash of its source; null if it can't be read.</summary>
    public string? Source { get; init; }

    /// <summary>The ETag that the source gave; null if there is none.</summary>
    public string? ETag { get; init; }

    /// <summary>When its source last confirmed it; null if it can't be read.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>How many flags it has.</summary>
    public int Flags { get; init; }

    /// <summary>How long the config is, in bytes.</summary>
    public int Length { get; init; }

    /// <summary>Why a program doesn't use it, as the end of a sentence; null if one does.</summary>
    public string? WhyNot { get; init; }

    /// <summary>Reads a file; whatever is in it, this doesn't throw.</summary>
    public static CachedFile Read(string path)
    {
        try
        {
            using var stream = OwnFile.Open(path, OwnFile.UsableByOthers, out var whyNot);
            if (stream is null)
                return new() { Path = path, WhyNot = whyNot ?? "was deleted just now" };
            if (stream.Length > LongestFile)
                return new() { Path = path, WhyNot = "is longer than a cached config can be" };

            var bytes = new byte[stream.Length];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Of(path, bytes.AsMemory(0, length));
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return new() { Path = path, WhyNot = $"can't be read ({OneLine.Message(exception.Message).TrimEnd('.')})" };
        }
    }

    // Its end is two hashes of 32 letters, each after a hyphen.
    private static string ReadableName(string file)
    {
        var stem = System.IO.Path.GetFileNameWithoutExtension(file);
        return stem.Length > 2 * (HashLength + 1) ? stem[..^(2 * (HashLength + 1))] : stem;
    }

    private static CachedFile Of(string path, ReadOnlyMemory<byte> bytes)
    {
        if (CacheFile.ParseOfAnySource(bytes, out var body, out var whyNot) is not { } header)
            return new() { Path = path, WhyNot = whyNot };

        TextFile text = new(path, body.ToArray());
        var config = ConfigDocument.Read(text.Text, text.Encoding);
        return new()
        {
            Path = path,
            Source = header.Source,
            ETag = header.ETag,
            ConfirmedAt = header.FetchedAt,
            Flags = config.Flags.Count(),
            Length = body.Length,
            WhyNot = config.IsReadable ? null : "holds no config",
        };
    }
}
