using System.IO.Compression;
using System.Security.Cryptography;

namespace Slowroll.Tool.Serving;

/// <summary>A version of a config that is served.</summary>
internal sealed class ServedVersion
{
    private const int TagBytes = 12;

    private readonly Lazy<byte[]> _gzip;

    /// <summary>A version.</summary>
    /// <param name="bytes">The config.</param>
    public ServedVersion(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes;
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span).AsSpan(0, TagBytes));
        // Strong: equal tags mean equal bytes, so what is compressed has another one.
        (ETag, GzipETag) = ($"\"{hash}\"", $"\"{hash}-gzip\"");
        _gzip = new(() => Compress(bytes.Span));
    }

    /// <summary>The config.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The config, compressed.</summary>
    public ReadOnlyMemory<byte> Gzip => _gzip.Value;

    /// <summary>The ETag of the bytes.</summary>
    public string ETag { get; }

    /// <summary>The ETag of the compressed bytes.</summary>
    public string GzipETag { get; }

    private static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return compressed.ToArray();
    }
}
