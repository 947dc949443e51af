using static Slowroll.Generators.Tests.Removal.RemoveFlagTest;

namespace Slowroll.Generators.Tests.Removal.Rewriting;

public class LinesTests
{
    [Fact]
    public Task SLOW3006_comments_of_what_stays_stay_where_they_are() => AssertBecomes(
        """
        // Above all.
        if (Flags.App.On(host)) // the new way
        { // opens
            // first
            A(); // beside

            /* second */
            B();
            // last
        } // closes
        else
        {
            // gone
            B();
        }

        // Below.
        return null;
        """,
        """
        // Above all.
        // the new way
        // opens
        // first
        A(); // beside

        /* second */
        B();
        // last
        // closes

        // Below.
        return null;
        """);

    [Fact]
    public Task SLOW3006_comments_of_an_else_stay_with_it() => AssertBecomes(
        """
        if (Flags.App.Off(host))
        {
            A();
        }
        // The old way.
        else // always
        {
            B();
        }

        return null;
        """,
        """
        // The old way.
        // always
        B();

        return null;
        """);

    [Fact]
    public Task SLOW3006_a_comment_that_is_separated_by_a_blank_line_stays() => AssertBecomes(
        """
        // About all that follows.

        // About the branch.
        if (Flags.App.Off(host))
            A();

        // About the end.
        return null;
        """,
        """
        // About all that follows.

        // About the end.
        return null;
        """);

    [Fact]
    public Task SLOW3006_comments_at_the_end_of_a_body_stay() => AssertBecomes(
        """
        if (Flags.App.On(host))
        {
            // Nobody has the old one.
            return x;
            // not reached
        }

        return y;
        // the end
        """,
        """
        // Nobody has the old one.
        return x;
        // not reached
        // the end
        """);

    [Fact]
    public Task SLOW3006_what_is_not_ours_keeps_its_own_layout() => AssertBecomes(
        """
        if (Flags.App.On(host))
        {
            C( host
                .Trim( )
                .Length );
            C(@"
                text");
            foreach(var letter in host){ C(letter); }
        }

        return   null;
        """,
        """
        C( host
            .Trim( )
            .Length );
        C(@"
                text");
        foreach(var letter in host){ C(letter); }

        return   null;
        """);

    [Fact]
    public Task SLOW3006_code_with_directives_keeps_the_constant_and_gets_a_comment() => AssertBecomes(
        """
        if (Flags.App.On(host))
        {
            #region New
            A();
            #endregion
        }

        return null;
        """,
        """
        // on is finished: everybody has true
        if (true)
        {
            #region New
            A();
            #endregion
        }

        return null;
        """);

    [Fact]
    public Task SLOW3006_a_list_is_left_to_a_person() => AssertBecomes(
        """
        var regions = Flags.App.Regions(host);
        return regions.Count;
        """,
        """
        // regions is finished: everybody has System.Array.AsReadOnly(new string[] { "eu", "us" })
        var regions = Flags.App.Regions(host);
        return regions.Count;
        """);

    [Fact]
    public Task SLOW3006_a_place_that_would_not_compile_is_left_to_a_person() => AssertMembers(
        """
        Action Ask(string host) => () => Flags.App.On(host);

        IEnumerable<int> Numbers(string host)
        {
            if (Flags.App.Off(host))
                yield return 1;
        }

        bool Other(string host) => Flags.App.On(host);
        """,
        """
        // on is finished: everybody has true
        Action Ask(string host) => () => Flags.App.On(host);

        IEnumerable<int> Numbers(string host)
        {
            // off is finished: everybody has false
            if (Flags.App.Off(host))
                yield return 1;
        }

        bool Other(string host) => true;
        """);
}
