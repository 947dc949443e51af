using static Slowroll.Generators.Tests.DriftFixes.ClearFlagTest;

namespace Slowroll.Generators.Tests.DriftFixes;

public class SettledStatementsTests
{
    [Fact]
    public Task SLOW3006_of_if_and_else_the_branch_that_wins_stays() => AssertBecomes(
        """
        if (Flags.App.On(host))
        {
            A();
        }
        else
        {
            B();
        }

        return null;
        """,
        """
        A();

        return null;
        """);
}
