using Slowroll.AspNetCore.Reading;

namespace Slowroll.AspNetCore.Tests.Reading;

public class RenderedPartsTests
{
    private static readonly IReadOnlyList<FlagLock> NoLocks = [];

    private readonly RenderedParts _parts = new();
    private int _written;

    [Fact]
    public async Task A_part_is_written_once_for_all_who_ask_and_holds_up_none_of_them()
    {
        TaskCompletionSource goOn = new();
        var asked = Enumerable.Range(0, 50).Select(_ => _parts.GetAsync(1, NoLocks, () =>
        {
            goOn.Task.Wait();
            return Written();
        })).ToList();

        // All calls have returned, though the part isn't written yet.
        Assert.All(asked, part => Assert.False(part.IsCompleted));
        goOn.SetResult();
        Assert.All(await Task.WhenAll(asked), part => Assert.Equal("part 1", part));
    }

    [Fact]
    public async Task Parts_are_written_one_after_the_other()
    {
        var (now, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(page => _parts.GetAsync(page, NoLocks, () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            Thread.Sleep(1);
            Interlocked.Decrement(ref now);
            return Written();
        })));

        Assert.Equal((1, 100), (most, _written));
    }

    [Fact]
    public async Task What_could_not_be_written_is_written_at_the_next_question()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => _parts.GetAsync(1, NoLocks, () => throw new InvalidOperationException()));

        Assert.Equal("part 1", await _parts.GetAsync(1, NoLocks, Written));
    }

    [Fact]
    public async Task Other_locks_make_another_part()
    {
        Assert.Equal("part 1", await _parts.GetAsync(1, NoLocks, Written));
        Assert.Equal("part 2", await _parts.GetAsync(1, new List<FlagLock>(), Written));
    }

    private string Written() => $"part {Interlocked.Increment(ref _written)}";
}
