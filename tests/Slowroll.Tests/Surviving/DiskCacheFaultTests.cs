using System.Globalization;
using System.Text;
using Slowroll.Caching;
using Slowroll.Tests.Caching;

namespace Slowroll.Tests.Surviving;

public sealed class DiskCacheFaultTests : IDisposable
{
    private readonly CacheFixture _caches = new();

    public void Dispose() => _caches.Dispose();

    [Fact]
    public void Survive_30_a_directory_that_is_missing_is_created()
    {
        _caches.Open().Keep("{}");

        Assert.True(Directory.Exists(_caches.Directory));
    }

    [Fact]
    public void Survive_30_a_directory_deleted_while_running_is_created_again()
    {
        var cache = _caches.Open();
        cache.Keep("{}");
        Directory.Delete(_caches.Directory, recursive: true);

        cache.Keep("{}");

        Assert.Equal("{}", cache.Text());
    }

    [Theory]
    [InlineData("/proc/self")]
    [InlineData("/proc/slowroll")]
    public void Survive_31_a_directory_that_cannot_be_written_is_a_sentence_with_the_way_out(string directory)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var cache = DiskCache.Open("app", CacheFixture.Source, new() { CacheDirectory = directory }, out _)!;

        Assert.Contains("SlowrollOptions.CacheDirectory", cache.FailToKeep("{}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_place_of_the_directory_is_a_sentence()
    {
        File.WriteAllText(_caches.Directory, "");
        var cache = _caches.Open();

        Assert.Contains(cache.Path, cache.FailToKeep("{}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_place_of_the_directory_reads_as_no_config()
    {
        File.WriteAllText(_caches.Directory, "");

        Assert.Null(_caches.Open().Text());
    }

    [Fact]
    public void A_directory_in_the_place_of_the_file_leaves_no_temporary_file()
    {
        var cache = _caches.Open();
        Directory.CreateDirectory(cache.Path);

        cache.FailToKeep("{}");

        Assert.Equal([cache.Path], _caches.Files);
    }

    [Fact]
    public void A_directory_in_the_place_of_the_file_reads_as_no_config()
    {
        var cache = _caches.Open();
        Directory.CreateDirectory(cache.Path);

        Assert.Contains(cache.Path, cache.WhyNot(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_too_long_is_a_sentence()
    {
        var directory = Path.Combine(_caches.Directory, new string('x', 5000));
        var cache = DiskCache.Open("app", CacheFixture.Source, new() { CacheDirectory = directory }, out _)!;

        cache.FailToKeep("{}");
    }

    [Fact]
    public void Survive_33_a_write_leaves_nothing_but_its_file()
    {
        var cache = _caches.Open();

        cache.Keep("{}");

        Assert.Equal([cache.Path], _caches.Files);
    }

    [Fact]
    public void Survive_33_half_a_temporary_file_of_a_killed_process_is_not_read()
    {
        var cache = _caches.Open();
        cache.Keep("{}");
        File.WriteAllText($"{cache.Path}.0.tmp", "slowroll cache 1 ");

        Assert.Equal("{}", cache.Text());
    }

    [Fact]
    public void Survive_33_an_old_temporary_file_of_a_killed_process_is_cleared_away()
    {
        var cache = _caches.Open();
        cache.Keep("{}");
        var left = $"{cache.Path}.0.tmp";
        File.WriteAllText(left, "");
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddHours(-2));

        cache.Keep("{}");

        Assert.False(File.Exists(left));
    }

    [Fact]
    public void A_young_temporary_file_may_be_another_writers_and_stays()
    {
        var cache = _caches.Open();
        cache.Keep("{}");
        var others = $"{cache.Path}.0.tmp";
        File.WriteAllText(others, "");

        cache.Keep("{}");

        Assert.True(File.Exists(others));
    }

    [Fact]
    public async Task Survive_36_readers_see_whole_configs_only_while_others_write()
    {
        using var done = new CancellationTokenSource();
        _caches.Open().Keep(BodyOf(0), "0");
        var writers = Enumerable.Range(1, 3).Select(writer => Task.Run(() =>
        {
            var cache = _caches.Open();
            for (var round = 0; round < 50; round++)
                cache.Keep(BodyOf(writer), writer.ToString(CultureInfo.InvariantCulture));
        })).ToArray();
        var reader = Task.Run(() =>
        {
            var torn = new List<string>();
            while (!done.IsCancellationRequested)
            {
                var config = _caches.Open().Read(out var whyNot);
                if (config is null || Encoding.UTF8.GetString(config.Utf8Json.Span)
                    != BodyOf(int.Parse(config.ETag!, CultureInfo.InvariantCulture)))
                {
                    torn.Add(whyNot ?? "mixed");
                }
            }

            return torn;
        });

        await Task.WhenAll(writers);
        await done.CancelAsync();

        Assert.Empty(await reader);
    }

    private static string BodyOf(int writer) => new((char)('a' + writer), 1000 * (writer + 1));
}
