using Slowroll.Locking;
using Slowroll.Tool.Locks;

namespace Slowroll.Tool.Tests.Locks;

/// <summary>How a locks file is edited.</summary>
public sealed class LocksTextTests
{
    [Theory]
    [InlineData("", "a.b=new\n")]
    [InlineData("# mine\n", "# mine\na.b=new\n")]
    [InlineData("# mine", "# mine\na.b=new\n")]
    [InlineData("c.d=new\r\n", "c.d=new\r\na.b=new\r\n")]
    [InlineData("a.b=stable", "a.b=new")]
    [InlineData("  a.b = STABLE ; c.d=new # a.b=x\n", "  a.b =new ; c.d=new # a.b=x\n")]
    [InlineData("a.b=stable\na.b=stable\n", "a.b=stable\na.b=new\n")]
    [InlineData("# a.b=stable\n", "# a.b=stable\na.b=new\n")]
    [InlineData("x=a.b=stable\n", "x=a.b=stable\na.b=new\n")]
    public void A_lock_is_added_or_its_side_is_replaced(string text, string locked)
    {
        Assert.Equal(locked, LocksText.Lock(text, "a.b", Side.New));
        Assert.Equal(Side.New, LockText.Parse(locked, out _)["a.b"]);
    }

    [Theory]
    [InlineData("a.b=new", "")]
    [InlineData("a.b=new\n", "")]
    [InlineData("\na.b=new\n\n", "\n\n")]
    [InlineData("# one\na.b=new\n# two\n", "# one\n# two\n")]
    [InlineData("a.b=new # why\n", " # why\n")]
    [InlineData("a.b=new; c.d=new\n", "c.d=new\n")]
    [InlineData("c.d=new; a.b=new # x\n", "c.d=new # x\n")]
    [InlineData("c.d=new; a.b=new; e.f=new\n", "c.d=new; e.f=new\n")]
    [InlineData("a.b=new;a.b=stable\r\nc.d=new\r\n", "c.d=new\r\n")]
    [InlineData("c.d=new\n", "c.d=new\n")]
    public void A_lock_is_removed_and_all_else_stays(string text, string unlocked)
    {
        Assert.Equal(unlocked, LocksText.Unlock(text, "a.b"));
        Assert.DoesNotContain("a.b", LockText.Parse(unlocked, out _));
    }

    [Theory]
    [InlineData("a.b", true)]
    [InlineData("a.b=c", true)]
    [InlineData("a", false)]
    [InlineData("a.b;c", false)]
    [InlineData("a.b#c", false)]
    [InlineData("a.b,c", false)]
    [InlineData("a.b\nc", false)]
    [InlineData(" a.b", false)]
    public void Some_names_can_not_be_in_a_locks_file(string flag, bool can) =>
        Assert.Equal(can, LocksText.CanName(flag));
}
