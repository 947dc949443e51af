using System.IO.Compression;
using System.Text;
using Slowroll.Sources;

namespace Slowroll.Tests.Sources;

public sealed class ContentEncodingTests
{
    private static readonly byte[] Config =
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 500).Select(index => $"\"{index * 7919 % 1009}\",")));

    public static TheoryData<string, byte[]> Bodies => new()
    {
        { "gzip", Encoded(memory => new GZipStream(memory, CompressionLevel.Fastest, leaveOpen: true)) },
        { "gzip", Encoded(memory => new GZipStream(memory, CompressionLevel.NoCompression, leaveOpen: true)) },
        { "br", Encoded(memory => new BrotliStream(memory, CompressionLevel.Fastest, leaveOpen: true)) },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_whole_body_is_decoded(string encoding, byte[] body)
    {
        Assert.Equal(Config, (await ContentEncoding.DecodeAsync(body, [encoding], Config.Length, default)).Value);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Survive_18_a_body_cut_at_any_byte_is_refused(string encoding, byte[] body)
    {
        for (var length = 1; length < body.Length; length++)
        {
            var decoded = await ContentEncoding.DecodeAsync(body[..length], [encoding], 1 << 20, default);
            Assert.True(decoded.Error is not null, $"{length} of {body.Length} bytes passed.");
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Survive_18_a_body_with_something_behind_its_end_is_refused(string encoding, byte[] body)
    {
        Assert.NotNull((await ContentEncoding.DecodeAsync([.. body, 1, 2, 3], [encoding], 1 << 20, default)).Error);
    }

    private static byte[] Encoded(Func<Stream, Stream> encoder)
    {
        using var memory = new MemoryStream();
        using (var stream = encoder(memory))
            stream.Write(Config);

        return memory.ToArray();
    }
}
