using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Slowroll.Hashing;

namespace Slowroll.Tests.Hashing;

public class Sha1BlockTests
{
    [Fact]
    public void A_million_random_texts_of_all_lengths_that_fit_a_block_have_the_platforms_last_word()
    {
        var random = new Random(1);
        Span<byte> block = stackalloc byte[64];
        for (var i = 0; i < 1_000_000; i++)
        {
            // What lies behind the text is rubbish, and must not count.
            random.NextBytes(block);
            var length = i % (Sha1Block.LongestText + 1);
            var expected = LastWordOf(block[..length]);

            Assert.Equal(expected, Sha1Block.LastWord(block, length));
        }
    }

    [Fact]
    public void A_million_random_keys_of_all_lengths_around_the_borders_of_blocks_have_the_platforms_last_word()
    {
        var random = new Random(2);
        for (var i = 0; i < 1_000_000; i++)
        {
            var key = string.Create(i % 140, random, static (letters, random) =>
            {
                foreach (ref var letter in letters)
                    letter = random.Next(20) == 0 ? 'é' : (char)random.Next('!', '~');
            });

            var bucket = Hashers.Sha1(key);
            if (bucket != LastWordOf(Encoding.UTF8.GetBytes(key)))
                Assert.Fail($"'{key}' has the bucket {bucket}");
        }
    }

    private static uint LastWordOf(ReadOnlySpan<byte> text)
    {
        Span<byte> digest = stackalloc byte[20];
#pragma warning disable CA5350 // Agreement with upstream, not secrecy.
        SHA1.HashData(text, digest);
#pragma warning restore CA5350
        return BinaryPrimitives.ReadUInt32BigEndian(digest[16..]);
    }
}
