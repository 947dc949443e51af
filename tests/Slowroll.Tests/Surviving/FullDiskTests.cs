using System.Buffers;
using Slowroll.Tests.Caching;

namespace Slowroll.Tests.Surviving;

public sealed class FullDiskTests : IDisposable
{
    private readonly CacheFixture _caches = new();

    public void Dispose() => _caches.Dispose();

    [Fact]
    public void Survive_32_a_write_that_ends_in_the_middle_is_a_sentence()
    {
        var error = _caches.Open().Write(BodyOfAFullDisk(), null, CacheFixture.FetchedAt);

        Assert.Contains("No space left", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Survive_32_a_write_that_ends_in_the_middle_leaves_the_old_config()
    {
        var cache = _caches.Open();
        cache.Keep("{}");

        cache.Write(BodyOfAFullDisk(), null, CacheFixture.FetchedAt);

        Assert.Equal("{}", cache.Text());
    }

    [Fact]
    public void Survive_32_a_write_that_ends_in_the_middle_leaves_no_temporary_file()
    {
        _caches.Open().Write(BodyOfAFullDisk(), null, CacheFixture.FetchedAt);

        Assert.Empty(_caches.Files);
    }

    private Memory<byte> BodyOfAFullDisk() =>
        new FullDisk(() => _caches.Exist && _caches.Files.Any(HasABeginning)).Memory;

    private static bool HasABeginning(string file) =>
        file.EndsWith(".tmp", StringComparison.Ordinal) && new FileInfo(file).Length > 0;

    /// <summary>Bytes that can't be written: as soon as the disk is full, touching them fails as writing them
    /// would.</summary>
    private sealed class FullDisk(Func<bool> isFull) : MemoryManager<byte>
    {
        private readonly byte[] _bytes = "{}"u8.ToArray();

        // MemoryManager's own Memory asks for the span.
        public override Memory<byte> Memory => CreateMemory(_bytes.Length);

        public override Span<byte> GetSpan() => isFull() ? throw new IOException("No space left on device") : _bytes;

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin() => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
        }
    }
}
