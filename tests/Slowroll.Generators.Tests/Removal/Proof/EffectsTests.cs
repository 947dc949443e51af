using static Slowroll.Generators.Tests.Removal.RemoveFlagTest;

namespace Slowroll.Generators.Tests.Removal.Proof;

public class EffectsTests
{
    [Fact]
    public Task SLOW3006_what_an_argument_does_is_done_before() => AssertBecomes(
        """
        // Asks for this host.
        if (Flags.App.On(GetHost()))
        {
            A();
        }

        var isOn = Flags.App.On(GetHost());
        return isOn && x;
        """,
        """
        // Asks for this host.
        GetHost();
        A();

        GetHost();
        return x;
        """);

    [Fact]
    public Task SLOW3006_what_is_awaited_is_awaited_before() => AssertMembers(
        """
        async Task<bool> M()
        {
            if (!Flags.App.On(await GetHostAsync()))
                return false;

            return F();
        }
        """,
        """
        async Task<bool> M()
        {
            await GetHostAsync();

            return F();
        }
        """);

    [Fact]
    public Task SLOW3006_an_effect_before_a_false_flag_is_kept() => AssertBecomes(
        """
        if (F() && Flags.App.Off(host))
            A();
        else
            B();
        return F() || Flags.App.On(host);
        """,
        """
        F();
        B();
        F();
        return true;
        """);

    [Fact]
    public Task SLOW3006_what_may_not_be_done_at_all_is_left_alone() => AssertBecomes(
        """
        if (x && Flags.App.On(GetHost()))
            A();
        return null;
        """,
        """
        // on is finished: everybody has true
        if (x && Flags.App.On(GetHost()))
            A();
        return null;
        """);

    [Fact]
    public Task SLOW3006_what_is_done_each_time_is_left_alone() => AssertBecomes(
        """
        while (F() && Flags.App.Off(host))
            A();
        Func<string, bool> ask = host => Flags.App.On(host + GetHost());
        return ask;
        """,
        """
        // off is finished: everybody has false
        while (F() && false)
            A();
        // on is finished: everybody has true
        Func<string, bool> ask = host => Flags.App.On(host + GetHost());
        return ask;
        """);

    [Fact]
    public Task SLOW3006_a_name_that_is_declared_on_the_way_is_left_alone() => AssertBecomes(
        """
        if (Flags.App.On(host) || o is string text)
            A();
        if (o is string other && Flags.App.Off(host))
            C(other);
        text = host;
        return text;
        """,
        """
        // on is finished: everybody has true
        if (true || o is string text)
            A();
        text = host;
        return text;
        """);

    [Fact]
    public Task SLOW3006_what_may_throw_is_done_before_or_left_alone() => AssertBecomes(
        """
        var isOn = Flags.App.On(host.ToString());
        C(isOn);
        return ((App)o!).On(host);
        """,
        """
        host.ToString();
        C(true);
        // on is finished: everybody has true
        return ((App)o!).On(host);
        """);

    [Fact]
    public Task SLOW3006_flags_that_may_be_null_are_left_alone() => AssertBecomes(
        """
        var flags = o as App;
        return flags?.On(host) ?? x;
        """,
        """
        var flags = o as App;
        // on is finished: everybody has true
        return flags?.On(host) ?? x;
        """);
}
