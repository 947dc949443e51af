namespace Slowroll.Tests;

public class AmbientFlagsTests
{
    private readonly AmbientFlags<string> _flags = new("defaults");

    [Fact]
    public void A_scope_counts_until_it_is_disposed()
    {
        using (_flags.Use("test"))
            Assert.Equal("test", _flags.Current);

        Assert.Equal("defaults", _flags.Current);
    }

    [Fact]
    public void Scopes_that_end_in_the_order_in_which_they_began_leave_nothing_behind()
    {
        var a = _flags.Use("a");
        var b = _flags.Use("b");

        a.Dispose();
        Assert.Equal("b", _flags.Current);
        b.Dispose();
        Assert.Equal("defaults", _flags.Current);
    }

    [Fact]
    public void Scopes_may_end_in_any_order()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var open = new List<(string Name, IDisposable Scope)>();
            for (var step = 0; step < 12; step++)
            {
                if (open.Count == 0 || random.Next(2) == 0)
                    open.Add(($"{step}", _flags.Use($"{step}")));
                else
                    Close(random.Next(open.Count));
                Assert.Equal(open.Count == 0 ? "defaults" : open[^1].Name, _flags.Current);
            }

            while (open.Count > 0)
                Close(random.Next(open.Count));
            Assert.Equal("defaults", _flags.Current);

            void Close(int at)
            {
                open[at].Scope.Dispose();
                open.RemoveAt(at);
            }
        }
    }

    [Fact]
    public void A_scope_that_is_disposed_twice_ends_no_other()
    {
        var a = _flags.Use("a");
        a.Dispose();
        using var b = _flags.Use("b");

        a.Dispose();

        Assert.Equal("b", _flags.Current);
    }

    [Fact]
    public async Task A_scope_that_ends_in_another_flow_is_over_everywhere()
    {
        var scope = _flags.Use("test");

        await Task.Run(scope.Dispose);

        Assert.Equal("defaults", _flags.Current);
    }

    [Fact]
    public async Task Flows_that_run_side_by_side_do_not_see_each_others_scopes()
    {
        using var outer = _flags.Use("outer");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            await Task.Yield();
            using (_flags.Use($"{number}"))
            {
                await Task.Yield();
                Assert.Equal($"{number}", _flags.Current);
            }

            Assert.Equal("outer", _flags.Current);
        }));
    }
}
