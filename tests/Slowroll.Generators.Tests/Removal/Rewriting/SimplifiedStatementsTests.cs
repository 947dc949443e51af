using static Slowroll.Generators.Tests.Removal.RemoveFlagTest;

namespace Slowroll.Generators.Tests.Removal.Rewriting;

public class SimplifiedStatementsTests
{
    [Fact]
    public Task SLOW3006_of_if_and_else_the_branch_that_wins_stays() => AssertBecomes(
        """
        if (Flags.App.On(host))
        {
            A();
            C(new
            {
                x,
            });
        }
        else
        {
            B();
        }

        return null;
        """,
        """
        A();
        C(new
        {
            x,
        });

        return null;
        """);

    [Fact]
    public Task SLOW3006_else_stays_where_it_wins() => AssertBecomes(
        """
        if (!Flags.App.On(host))
            A();
        else
            B();
        return null;
        """,
        """
        B();
        return null;
        """);

    [Fact]
    public Task SLOW3006_a_branch_that_is_never_taken_is_removed_with_its_blank_line() => AssertBecomes(
        """
        if (Flags.App.Off(host))
        {
            A();
        }

        B();

        if (Flags.App.Off(host))
            A();

        return null;
        """,
        """
        B();

        return null;
        """);

    [Fact]
    public Task SLOW3006_a_condition_loses_the_flag_only() => AssertBecomes(
        """
        if (x && Flags.App.On(host))
            A();
        if (Flags.App.Off(host) || F())
            B();
        return null;
        """,
        """
        if (x)
            A();
        if (F())
            B();
        return null;
        """);

    [Fact]
    public Task SLOW3006_a_chain_of_else_if_closes_over_it() => AssertBecomes(
        """
        if (x)
        {
            A();
        }
        else if (Flags.App.On(host))
        {
            B();
        }
        else
        {
            C(1);
        }

        if (x)
            A();
        else if (Flags.App.Off(host))
            B();
        else
            C(2);

        if (x) {
            A();
        } else if (Flags.App.Off(host)) {
            B();
        }

        return null;
        """,
        """
        if (x)
        {
            A();
        }
        else
        {
            B();
        }

        if (x)
            A();
        else
            C(2);

        if (x) {
            A();
        }

        return null;
        """);

    [Fact]
    public Task SLOW3006_the_flag_at_the_head_of_a_chain() => AssertBecomes(
        """
        if (Flags.App.Off(host))
        {
            A();
        }
        else if (x)
        {
            B();
        }
        else
        {
            C(1);
        }

        return null;
        """,
        """
        if (x)
        {
            B();
        }
        else
        {
            C(1);
        }

        return null;
        """);

    [Fact]
    public Task SLOW3006_a_read_for_nothing_goes() => AssertBecomes(
        """
        Flags.App.On(host);
        _ = Flags.App.Title(host);
        return null;
        """,
        """
        return null;
        """);

    [Fact]
    public Task SLOW3006_top_level_code_is_code() => AssertFile(
        """
        using System;
        using Shop;

        var host = args.Length.ToString();
        if (Flags.App.On(host))
        {
            Console.WriteLine("on");
        }

        Console.WriteLine(Flags.App.Title(host));

        class Other { }
        """,
        """
        using System;
        using Shop;

        var host = args.Length.ToString();
        Console.WriteLine("on");

        Console.WriteLine("new");

        class Other { }
        """);
}
