using System.Runtime.InteropServices;

namespace Slowroll.Tests.Caching;

/// <summary>A file may grow to a few kilobytes only, for the whole process: nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(FullDiskTests), DisableParallelization = true)]
[Collection(nameof(FullDiskTests))]
public sealed class FullDiskTests : IDisposable
{
    private readonly CacheFixture _caches = new();

    public void Dispose() => _caches.Dispose();

    [Fact]
    public void Survive_32_a_write_that_ends_in_the_middle_leaves_the_old_config()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var cache = _caches.Open();
        cache.Keep("{}");

        using (new FileSizeLimit(4096))
            cache.FailToKeep(new string(' ', 100_000));

        Assert.Equal("{}", cache.Text());
    }

    [Fact]
    public void Survive_32_a_write_that_ends_in_the_middle_leaves_no_temporary_file()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var cache = _caches.Open();
        cache.Keep("{}");

        using (new FileSizeLimit(4096))
            cache.FailToKeep(new string(' ', 100_000));

        Assert.Equal([cache.Path], _caches.Files);
    }

    private sealed class FileSizeLimit : IDisposable
    {
        private const int FileSize = 1;
        private const PosixSignal FileTooLong = (PosixSignal)25;

        // By default the signal that comes with the error ends the process.
        private readonly PosixSignalRegistration _signal = PosixSignalRegistration.Create(FileTooLong, context => context.Cancel = true);
        private readonly Limit _before;

        public FileSizeLimit(ulong bytes)
        {
            Assert.Equal(0, getrlimit(FileSize, out _before));
            Set(_before with { Current = bytes });
        }

        public void Dispose()
        {
            Set(_before);
            _signal.Dispose();
        }

        private static void Set(Limit limit) => Assert.Equal(0, setrlimit(FileSize, in limit));

        [DllImport("libc")]
        private static extern int getrlimit(int resource, out Limit limit);

        [DllImport("libc")]
        private static extern int setrlimit(int resource, in Limit limit);

        private record struct Limit(ulong Current, ulong Most);
    }
}
