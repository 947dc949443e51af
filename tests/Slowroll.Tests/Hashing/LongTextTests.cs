using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Slowroll.Hashing;
using XxHash3Function = System.IO.Hashing.XxHash3;

namespace Slowroll.Tests.Hashing;

public class LongTextTests
{
    // What of memory the longest key and its hash take, with something to spare.
    private const long MemoryForTheLongest = 6L << 30;

    // Letters of one to four bytes, and halves of one, on both sides of every border between pieces.
    public static TheoryData<string> Letters => new() { "x", "é", "€", "😀", "\ud83d", "\ude00", "\ude00\ud83d" };

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_text_of_many_pieces_has_the_bucket_of_the_whole(string letter)
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var text = new string('a', shift) + string.Concat(Enumerable.Repeat(letter, 3 * LongText.Piece));
            AssertBucket(text, null, text);
            AssertBucket($"{text}:key", text, "key");
            AssertBucket($"salt:{text}", "salt", text);
        }
    }

    [Fact]
    public void Around_the_border_of_a_piece_every_length_has_the_bucket_of_the_whole()
    {
        for (var length = LongText.Piece - 3; length <= LongText.Piece + 3; length++)
        {
            var text = new string('b', length);
            AssertBucket(text, null, text);
            AssertBucket($"s:{text}", "s", text);
            AssertBucket($":{text}", "", text);
        }
    }

    [Fact]
    public void A_long_key_allocates_nothing_but_once_a_thread()
    {
        var key = new string('x', 100 * LongText.Piece);
        Hashers.Sha1(key);
        Hashers.XxHash3(key);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Hashers.Sha1(key);
        Hashers.XxHash3(key);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_long_key_is_not_kept()
    {
        var flag = OneFlag.Of("""{"stable": 0, "new": 1, "end_time": "2030-01-02 00:00Z", "duration": "1d"}""")
            .GetFlag("s", "f", -1);
        var key = Ask(flag);
        GC.Collect();

        Assert.False(key.IsAlive);
        Assert.Equal(flag.Explain("web-1").Value, flag.Evaluate("web-1"));
    }

    [Fact]
    public void Survive_60_a_key_of_720_million_letters_has_an_answer()
    {
        // Its bytes at three a letter are more than an array can hold. Where there is no such memory there is no such
        // key.
        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < MemoryForTheLongest)
            return;

        var key = new string('k', 720_000_000);
        var flag = OneFlag
            .Of("""{"stable": 0, "new": 1, "end_time": "2030-01-02 00:00Z", "duration": "1d", "salt": "winter"}""")
            .GetFlag("s", "f", -1);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData("winter:"u8);
        var letters = new byte[1_000_000];
        letters.AsSpan().Fill((byte)'k');
        for (var i = 0; i < 720; i++)
            hash.AppendData(letters);

        var answer = flag.Explain(key);

        Assert.Equal(LastWordOf(hash.GetHashAndReset()) / 4294967296.0, answer.Position);
        Assert.Equal(answer.SwitchesAt <= OneFlag.Noon ? 1 : 0, answer.Value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Ask(Flag<int> flag)
    {
        var key = new string('k', 1 << 20);
        for (var i = 0; i < 3; i++)
            flag.Evaluate(key);
        return new WeakReference(key);
    }

    private static void AssertBucket(string whole, string? salt, string key)
    {
        var bytes = Encoding.UTF8.GetBytes(whole);
#pragma warning disable CA5350 // Agreement with the original, not secrecy.
        Assert.Equal(LastWordOf(SHA1.HashData(bytes)), Hashers.Bucket(Hashers.Sha1, salt, key));
#pragma warning restore CA5350
        Assert.Equal((uint)XxHash3Function.HashToUInt64(bytes), Hashers.Bucket(Hashers.XxHash3, salt, key));
    }

    private static uint LastWordOf(ReadOnlySpan<byte> digest) => BinaryPrimitives.ReadUInt32BigEndian(digest[^4..]);
}
