using Slowroll.Threading;

namespace Slowroll.Tests.Threading;

public class BriefWaitTests
{
    [Fact]
    public async Task Where_no_thread_may_wait_work_that_never_ends_is_not_waited_for()
    {
        TaskCompletionSource never = new();

        await Task.Run(() => BriefWait.For(never.Task, mayWait: false)).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Elsewhere_the_work_is_done_afterwards()
    {
        var work = Task.Delay(20);

        BriefWait.For(work);

        Assert.True(work.IsCompleted);
    }
}
