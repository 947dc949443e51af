using static Slowroll.Generators.Tests.Removal.RemoveFlagTest;

namespace Slowroll.Generators.Tests.Removal.Rewriting;

public class KnownPatternsTests
{
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
}
