using Slowroll.Disk;

namespace Slowroll.Tests.Disk;

[CollectionDefinition(nameof(DiskReadsTests), DisableParallelization = true)]
[Collection(nameof(DiskReadsTests))]
public class DiskReadsTests
{
    [Fact]
    public async Task Reads_are_done_one_after_the_other_and_are_there_when_the_moment_is_over()
    {
        var reads = new DiskReads();
        var number = 0;
        var first = reads.Add(() => ++number);
        var second = reads.Add(() => ++number);

        reads.Begin();
        reads.WaitAMoment();

        Assert.Equal((1, 2), (await first, await second));
    }

    [Fact]
    public async Task A_thread_pool_without_a_thread_to_spare_holds_no_read_up()
    {
        using var goOn = new ManualResetEventSlim();
        using var busy = new CountdownEvent(1);
        try
        {
            // However many threads other tests have left in it; and in the queue of all threads, where the reads are
            // the last then.
            while (ThreadPool.PendingWorkItemCount < 200)
            {
                busy.AddCount();
                ThreadPool.UnsafeQueueUserWorkItem(
                    _ =>
                    {
                        goOn.Wait(TimeSpan.FromMinutes(1));
                        busy.Signal();
                    },
                    null);
            }

            var reads = new DiskReads();
            var isOfThePool = reads.Add(() => Thread.CurrentThread.IsThreadPoolThread);
            reads.Begin();
            reads.WaitAMoment();

            // Without a thread of its own it would wait for the others.
            Assert.True(SpinWait.SpinUntil(() => isOfThePool.IsCompleted, TimeSpan.FromSeconds(20)));
            Assert.False(await isOfThePool);
        }
        finally
        {
            goOn.Set();
            busy.Signal();
            busy.Wait(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task What_a_read_throws_is_its_own()
    {
        var reads = new DiskReads();
        var broken = reads.Add<int>(() => throw new IOException());
        var whole = reads.Add(() => 1);

        reads.Begin();
        reads.WaitAMoment();

        await Assert.ThrowsAsync<IOException>(() => broken);
        Assert.Equal(1, await whole);
    }
}
