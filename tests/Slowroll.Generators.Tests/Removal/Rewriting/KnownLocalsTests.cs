using static Slowroll.Generators.Tests.Removal.RemoveFlagTest;

namespace Slowroll.Generators.Tests.Removal.Rewriting;

public class KnownLocalsTests
{
    [Fact]
    public Task SLOW3006_a_local_with_only_the_flags_value_is_removed() => AssertBecomes(
        """
        var isOn = Flags.App.On(host);

        if (isOn)
            A();
        C(isOn && x);
        return !isOn ? y : x;
        """,
        """
        A();
        C(x);
        return x;
        """);

    [Fact]
    public Task SLOW3006_a_local_with_a_value_that_follows_from_the_flag_is_removed() => AssertBecomes(
        """
        var isOff = !Flags.App.On(host);
        var isDark = Flags.App.Theme(host) == App.Types.Theme.Dark;
        if (isOff || isDark)
            A();
        return null;
        """,
        """
        A();
        return null;
        """);

    [Fact]
    public Task SLOW3006_a_local_that_changes_keeps_the_value() => AssertBecomes(
        """
        var isOn = Flags.App.On(host);
        if (x)
            isOn = false;
        if (isOn)
            A();
        return null;
        """,
        """
        var isOn = true;
        if (x)
            isOn = false;
        if (isOn)
            A();
        return null;
        """);

    [Fact]
    public Task SLOW3006_a_local_of_another_type_keeps_the_value() => AssertBecomes(
        """
        bool? isOn = Flags.App.On(host);
        return isOn.HasValue;
        """,
        """
        bool? isOn = true;
        return isOn.HasValue;
        """);

    [Fact]
    public Task SLOW3006_a_name_says_more_than_a_text_does() => AssertBecomes(
        """
        var title = Flags.App.Title(host);
        C(title);
        if (title == "new")
            C(title);
        return null;
        """,
        """
        var title = "new";
        C(title);
        C(title);
        return null;
        """);

    [Fact]
    public Task SLOW3006_a_local_that_is_captured_is_the_value_there_too() => AssertBecomes(
        """
        var isOn = Flags.App.On(host);
        Func<bool> ask = () => isOn && F();
        return Ask() | ask();

        bool Ask() => isOn;
        """,
        """
        Func<bool> ask = () => F();
        return Ask() | ask();

        bool Ask() => true;
        """);

    [Fact]
    public Task SLOW3006_a_local_that_is_named_keeps_the_value() => AssertBecomes(
        """
        var isOn = Flags.App.On(host);
        if (isOn)
            C(nameof(isOn));
        return null;
        """,
        """
        var isOn = true;
        C(nameof(isOn));
        return null;
        """);

    [Fact]
    public Task SLOW3006_code_for_the_hash_key_is_removed_if_it_has_no_effect() => AssertBecomes(
        """
        var name = host + ".example.com";
        var key = new HashKey(name);
        var frozen = Flags.App.Freeze();
        if (frozen.On(key))
            A();
        return null;
        """,
        """
        A();
        return null;
        """);

    [Fact]
    public Task SLOW3006_what_was_made_for_the_hash_key_stays_if_it_may_do_something() => AssertBecomes(
        """
        var name = GetHost();
        if (Flags.App.On(name))
            A();
        return null;
        """,
        """
        var name = GetHost();
        A();
        return null;
        """);

    [Fact]
    public Task SLOW3006_a_local_that_was_unused_before_stays() => AssertBecomes(
        """
        var unused = host;
        string a = host, isOn = Flags.App.Title(host), b = a;
        if (isOn == "new")
            C(b);
        return null;
        """,
        """
        var unused = host;
        string a = host, b = a;
        C(b);
        return null;
        """);

    [Fact]
    public Task SLOW3006_what_only_the_branch_that_lost_used_goes() => AssertBecomes(
        """
        var message = "b";
        if (Flags.App.On(host))
            A();
        else
            C(message);
        return null;
        """,
        """
        A();
        return null;
        """);
}
