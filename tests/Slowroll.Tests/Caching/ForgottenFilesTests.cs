namespace Slowroll.Tests.Caching;

public sealed class ForgottenFilesTests : IDisposable
{
    private const string OtherSource = "https://config.test/other.json";

    private readonly CacheFixture _caches = new();

    public void Dispose() => _caches.Dispose();

    [Fact]
    public void Survive_35_the_cache_of_a_URL_that_was_not_confirmed_for_90_days_is_removed()
    {
        var forgotten = Keep(source: OtherSource, age: 91);

        Write();

        Assert.False(File.Exists(forgotten));
    }

    [Fact]
    public void Survive_35_the_cache_in_use_is_never_removed_and_a_younger_one_of_another_URL_stays()
    {
        var younger = Keep(source: OtherSource, age: 89);
        var inUse = Keep(source: CacheFixture.Source, age: 1000);

        Slowroll.Caching.ForgottenFiles.Clear(inUse, Slowroll.Caching.CacheFileName.BeginningOf("app"));

        Assert.True(File.Exists(inUse));
        Assert.True(File.Exists(younger));
    }

    [Fact]
    public void The_cache_of_another_name_stays_however_old_it_is()
    {
        var cache = _caches.Open("another app", OtherSource);
        cache.Keep("{}");
        Age(cache.Path, 1000);

        Write();

        Assert.True(File.Exists(cache.Path));
    }

    [Fact]
    public void Survive_35_nothing_is_removed_that_is_no_cache_of_ours_and_no_locks_file()
    {
        var own = Keep(source: OtherSource, age: 91);
        var locks = _caches.Open().LocksFile;
        string[] others =
            [locks, locks + ".tmp", own + ".orig", own.Replace(".cache", "x.cache", StringComparison.Ordinal)];
        foreach (var other in others)
        {
            File.WriteAllText(other, "somebody's");
            Age(other, 1000);
        }

        var link = own.Replace(".cache", "y.cache", StringComparison.Ordinal);
        File.CreateSymbolicLink(link, own + ".orig");

        Write();

        Assert.Equal([.. others.Append(link).Order()],
            _caches.Files.Where(file => file != _caches.Open().Path).Order());
    }

    private void Write() => _caches.Open().Keep("{ }");

    private string Keep(string source, int age)
    {
        var cache = _caches.Open(source: source);
        cache.Keep("{}");
        Age(cache.Path, age);
        return cache.Path;
    }

    private static void Age(string file, int days) => File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-days));
}
