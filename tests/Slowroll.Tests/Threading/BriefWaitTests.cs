using Slowroll.Threading;

namespace Slowroll.Tests.Threading;

public class BriefWaitTests
{
    [Fact]
    public void Where_no_thread_may_wait_work_that_never_ends_is_not_waited_for()
    {
        TaskCompletionSource never = new();

        BriefWait.For(never.Task, mayWait: false);

        Assert.False(never.Task.IsCompleted);
    }

    [Fact]
    public void Elsewhere_the_work_is_done_afterwards()
    {
        var work = Task.Delay(20);

        BriefWait.For(work);

        Assert.True(work.IsCompleted);
    }
}
