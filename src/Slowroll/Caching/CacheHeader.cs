using System.Buffers;
using System.Text.Json;
using Slowroll.Texts;

namespace Slowroll.Caching;

/// <summary>The second line of a cache file.</summary>
/// <remarks>It is written and read without a serializer, which would take longer to start than the rest of a start from
/// the cache.</remarks>
/// <param name="Source">The SHA-256 of the source's identity: which source the config came from, without its
/// secrets.</param>
/// <param name="ETag">See <see cref="CachedConfig.ETag"/>.</param>
/// <param name="FetchedAt">See <see cref="CachedConfig.FetchedAt"/>.</param>
/// <param name="Length">The body's length in bytes.</param>
internal sealed record CacheHeader(string Source, string? ETag, DateTimeOffset FetchedAt, long Length)
{
    /// <summary>The line, without its end.</summary>
    public byte[] ToUtf8Json()
    {
        var line = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(line);
        writer.WriteStartObject();
        writer.WriteString("source"u8, Source);
        writer.WriteString("etag"u8, ETag);
        writer.WriteString("fetchedAt"u8, FetchedAt);
        writer.WriteNumber("length"u8, Length);
        writer.WriteEndObject();
        writer.Flush();
        return line.WrittenSpan.ToArray();
    }

    /// <summary>The header in a line; null if the line has none.</summary>
    public static CacheHeader? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return Read(line);
        }

        // The line isn't JSON, or a member has another type.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static CacheHeader? Read(ReadOnlySpan<byte> line)
    {
        string? source = null, etag = null;
        DateTimeOffset? fetchedAt = null;
        long? length = null;
        var reader = new Utf8JsonReader(line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("source"u8) && reader.Read())
                source = reader.GetString();
            else if (reader.ValueTextEquals("etag"u8) && reader.Read())
                etag = KeptTag.Of(reader.GetString());
            else if (reader.ValueTextEquals("fetchedAt"u8) && reader.Read())
                fetchedAt = reader.GetDateTimeOffset();
            else if (reader.ValueTextEquals("length"u8) && reader.Read())
                length = reader.GetInt64();
            else
                reader.Skip();
        }

        // Reads to the end, so that text after the object is an error.
        reader.Read();
        return source is not null && fetchedAt is { } instant && length is { } bytes
            ? new CacheHeader(source, etag, instant, bytes)
            : null;
    }
}
