using static Slowroll.Generators.Tests.Removal.RemoveFlagTest;

namespace Slowroll.Generators.Tests.Removal.Rewriting;

public class JumpsTests
{
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
}
