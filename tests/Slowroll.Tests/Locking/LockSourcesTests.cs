using Slowroll.Locking;

namespace Slowroll.Tests.Locking;

/// <summary>The environment belongs to the whole process: nothing else may open a config meanwhile.</summary>
[CollectionDefinition(nameof(LockSourcesTests), DisableParallelization = true)]
[Collection(nameof(LockSourcesTests))]
public sealed class LockSourcesTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public LockSourcesTests() =>
        Environment.SetEnvironmentVariable(LockSources.Variable, "s.f=stable; password=hunter2");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(LockSources.Variable, null);
        _directory.Dispose();
    }

    [Fact]
    public async Task The_environment_goes_before_the_file_and_after_the_options()
    {
        await File.WriteAllTextAsync(_directory["locks"], "s.f = new; s.g = new");
        var options = new SlowrollOptions { UseDiskCache = false, LocksFile = _directory["locks"] };
        options.Locks[new FlagName("s", "h")] = Side.New;

        await using var config = await SlowrollConfig.OpenAsync(new ScriptedSource(), "test", options);

        Assert.Equal(
            [new("s.f", Side.Stable, LockOrigin.Environment), new("s.g", Side.New, LockOrigin.File),
                new("s.h", Side.New, LockOrigin.Option)],
            config.Status.Locks.OrderBy(each => each.Flag, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Survive_37_what_is_no_lock_in_the_environment_is_told_by_its_number_and_never_printed()
    {
        using var log = new Lines();
        var options = new SlowrollOptions { UseDiskCache = false, LoggerFactory = log };

        await using var config = await SlowrollConfig.OpenAsync(new ScriptedSource(), "test", options);

        Assert.Single(log.With("Entry 2 in line 1"));
        Assert.Empty(log.With("hunter2"));
    }
}
