using static Slowroll.Generators.Tests.Removal.RemoveFlagTest;

namespace Slowroll.Generators.Tests.Removal.Rewriting;

public class UnwrappingTests
{
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
}
