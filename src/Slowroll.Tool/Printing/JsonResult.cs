using System.Text;
using System.Text.Json;

namespace Slowroll.Tool.Printing;

/// <summary>Prints a result as one JSON document.</summary>
internal static class JsonResult
{
    private const int Chunk = 64 * 1024;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    /// <summary>Prints what is written, with a line break at its end.</summary>
    public static void Print(ResultWriter output, Action<Utf8JsonWriter> write)
    {
        using TextStream stream = new(output);
        using (Utf8JsonWriter writer = new(stream, Options))
            write(writer);
        output.WriteLine("");
    }

    /// <summary>An instant, or null: as ISO 8601, UTC.</summary>
    public static void WriteInstant(Utf8JsonWriter writer, string name, DateTimeOffset? instant)
    {
        if (instant is { } known)
            writer.WriteString(name, known.UtcDateTime);
        else
            writer.WriteNull(name);
    }

    /// <summary>Passes on what has been written so far, so that a long document isn't kept in memory.</summary>
    public static void PassOn(Utf8JsonWriter writer)
    {
        if (writer.BytesPending >= Chunk)
            writer.Flush();
    }

    // UTF-8 that becomes text again.
    private sealed class TextStream(ResultWriter output) : MemoryStream
    {
        private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            var letters = new char[Encoding.UTF8.GetMaxCharCount(buffer.Length)];
            output.Write(letters, 0, _decoder.GetChars(buffer, letters, flush: false));
        }
    }
}
