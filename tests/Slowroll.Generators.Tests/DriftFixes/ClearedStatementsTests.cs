using static Slowroll.Generators.Tests.DriftFixes.ClearFlagTest;

namespace Slowroll.Generators.Tests.DriftFixes;

public class ClearedStatementsTests
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
    public Task SLOW3006_what_follows_an_early_return_goes() => AssertBecomes(
        """
        A();
        if (Flags.App.On(host))
            return x;

        B();
        return y;
        """,
        """
        A();
        return x;
        """);

    [Fact]
    public Task SLOW3006_an_early_return_that_is_never_taken_is_removed() => AssertBecomes(
        """
        if (!Flags.App.On(host))
            return x;

        B();
        return y;
        """,
        """
        B();
        return y;
        """);

    [Fact]
    public Task SLOW3006_a_bare_return_at_the_end_goes() => AssertMembers(
        """
        void M(string host)
        {
            A();
            if (Flags.App.On(host))
            {
                return;
            }

            B();
        }
        """,
        """
        void M(string host)
        {
            A();
        }
        """);

    [Fact]
    public Task SLOW3006_a_function_behind_an_early_return_stays_while_it_is_called() => AssertBecomes(
        """
        if (Flags.App.On(host))
            return Called();

        B();
        return Unused();

        bool Called() => x;

        bool Unused() => y;
        """,
        """
        return Called();

        bool Called() => x;
        """);

    [Fact]
    public Task SLOW3006_jumps_out_of_loops_are_like_returns() => AssertBecomes(
        """
        foreach (var letter in host)
        {
            if (Flags.App.Off(host))
                continue;

            C(letter);
            if (Flags.App.On(host))
                break;

            A();
        }

        return null;
        """,
        """
        foreach (var letter in host)
        {
            C(letter);
            break;
        }

        return null;
        """);

    [Fact]
    public Task SLOW3006_a_loop_that_is_never_entered_goes() => AssertBecomes(
        """
        while (Flags.App.Off(host))
        {
            A();
        }

        do
        {
            B();
        }
        while (Flags.App.Off(host));
        return null;
        """,
        """
        B();
        return null;
        """);

    [Fact]
    public Task SLOW3006_a_loop_that_never_ends_keeps_the_constant_and_says_why() => AssertBecomes(
        """
        while (Flags.App.On(host))
        {
            if (F())
                break;
        }

        do
        {
            if (F())
                break;
        }
        while (Flags.App.Off(host));

        return null;
        """,
        """
        // on is finished: everybody has true
        while (true)
        {
            if (F())
                break;
        }

        // off is finished: everybody has false
        do
        {
            if (F())
                break;
        }
        while (false);

        return null;
        """);

    [Fact]
    public Task SLOW3006_of_a_switch_the_section_that_wins_stays() => AssertBecomes(
        """
        switch (Flags.App.Theme(host))
        {
            case App.Types.Theme.Light:
                A();
                break;
            case App.Types.Theme.Dark:
                B();
                C(1);
                break;
        }

        switch (Flags.App.Title(host))
        {
            case "old":
                return 1;
            default:
            {
                A();
                break;
            }
        }

        return null;
        """,
        """
        B();
        C(1);

        A();

        return null;
        """);

    [Fact]
    public Task SLOW3006_a_switch_that_is_left_elsewhere_keeps_the_constant_and_says_why() => AssertBecomes(
        """
        switch (Flags.App.Title(host))
        {
            case "new":
                if (x)
                    break;
                A();
                break;
        }

        return null;
        """,
        """
        // title is finished: everybody has "new"
        switch ("new")
        {
            case "new":
                if (x)
                    break;
                A();
                break;
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
    public Task SLOW3006_a_single_statement_stays_one() => AssertBecomes(
        """
        foreach (var letter in host)
            if (Flags.App.On(host))
            {
                C(letter);
                A();
            }

        foreach (var letter in host)
            if (Flags.App.Off(host))
                C(letter);

        return null;
        """,
        """
        foreach (var letter in host)
        {
            C(letter);
            A();
        }

        foreach (var letter in host)
        { }

        return null;
        """);

    [Fact]
    public Task SLOW3006_a_name_that_is_taken_keeps_its_braces() => AssertBecomes(
        """
        if (Flags.App.On(host))
        {
            var name = host + "a";
            C(name);
        }

        foreach (var name in new[] { host })
            C(name);

        return null;
        """,
        """
        {
            var name = host + "a";
            C(name);
        }

        foreach (var name in new[] { host })
            C(name);

        return null;
        """);

    [Fact]
    public Task SLOW3006_what_is_disposed_at_the_end_of_its_braces_keeps_them() => AssertBecomes(
        """
        if (Flags.App.On(host))
        {
            using var file = new System.IO.MemoryStream();
            C(file);
        }

        return null;
        """,
        """
        {
            using var file = new System.IO.MemoryStream();
            C(file);
        }

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
