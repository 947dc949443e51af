using static Slowroll.Generators.Tests.Removal.RemoveFlagTest;

namespace Slowroll.Generators.Tests.Removal.Rewriting;

public class SimplifiedExpressionsTests
{
    [Theory]
    [InlineData("Flags.App.On(host)", "true")]
    [InlineData("Flags.App.Off(host)", "false")]
    [InlineData("Flags.App.On(new HashKey(host))", "true")]
    [InlineData("Flags.App.Freeze().On(host)", "true")]
    [InlineData("new App(Flags.App.Config).On(host + x)", "true")]
    [InlineData("Flags.App.On($\"{host}-{x}\")", "true")]
    [InlineData("Flags.App.Running(host)", "Flags.App.Running(host)")]
    public Task SLOW3006_a_read_becomes_the_value_for_every_hash_key(string read, string value) =>
        AssertReturns(read, value);

    [Theory]
    [InlineData("Flags.App.Title(host)", "\"new\"")]
    [InlineData("Flags.App.Title(host).Length", "\"new\".Length")]
    [InlineData("Flags.App.Count(host)", "-5")]
    [InlineData("Flags.App.Count(host).ToString()", "(-5).ToString()")]
    [InlineData("Flags.App.Theme(host)", "App.Types.Theme.Dark")]
    [InlineData("Flags.App.Banner(host)", "new App.Types.Banner { Text = \"b\" }")]
    public Task SLOW3006_other_values_are_written_out(string read, string value) => AssertReturns(read, value);

    [Theory]
    [InlineData("host.Length -Flags.App.Count(host)", "host.Length - (-5)")]
    [InlineData("host.Length - Flags.App.Size(host)", "host.Length - (-5000000000L)")]
    [InlineData("-Flags.App.Ratio(host)", "-(-1.5d)")]
    [InlineData("- -Flags.App.Price(host)", "- -(-2.5m)")]
    [InlineData("~Flags.App.Count(host)", "~(-5)")]
    [InlineData("(IFormattable)Flags.App.Count(host)", "(IFormattable)(-5)")]
    [InlineData("-(Flags.App.Count(host))", "-(-5)")]
    [InlineData("x ? Flags.App.Count(host) : 2", "x ? -5 : 2")]
    [InlineData("checked(Flags.App.Count(host) + host.Length)", "checked(-5 + host.Length)")]
    [InlineData("Flags.App.Count(host) + Flags.App.Count(host)", "-5 + -5")]
    [InlineData("host[..Flags.App.Count(host)]", "host[..-5]")]
    [InlineData("Flags.App.Ratio(host) * 2", "-1.5d * 2")]
    [InlineData("x && Flags.App.On(host) ? (IFormattable)(Flags.App.On(host) ? Flags.App.Count(host) : 2L) : null",
        "x ? (IFormattable)((long)(-5)) : null")]
    public Task SLOW3006_a_negative_number_is_no_part_of_the_operator_before_it(string read, string value) =>
        AssertReturns(read, value);

    [Theory]
    [InlineData("$\"{Flags.App.Title(host)}\"", "$\"{\"new\"}\"")]
    [InlineData("$\"{Flags.App.Title(host),-5}|{Flags.App.Count(host):D3}|{Flags.App.Ratio(host),9:0.0}\"",
        "$\"{\"new\",-5}|{-5:D3}|{-1.5d,9:0.0}\"")]
    [InlineData("$@\"\\{Flags.App.Title(host)}\"", "$@\"\\{\"new\"}\"")]
    [InlineData("$\"{(Flags.App.On(host) ? host : null)}\"", "$\"{host}\"")]
    [InlineData("$\"{(Flags.App.On(host) ? x ? 1 : 2 : 3)}\"", "$\"{(x ? 1 : 2)}\"")]
    public Task SLOW3006_holes_of_a_text(string read, string value) => AssertReturns(read, value);

    [Theory]
    [InlineData("!Flags.App.On(host)", "false")]
    [InlineData("!!Flags.App.On(host)", "true")]
    [InlineData("!(Flags.App.On(host) && x)", "!x")]
    [InlineData("!(Flags.App.On(host) && (x || y))", "!(x || y)")]
    public Task SLOW3006_not(string read, string value) => AssertReturns(read, value);

    [Theory]
    [InlineData("Flags.App.On(host) && x", "x")]
    [InlineData("x && Flags.App.On(host)", "x")]
    [InlineData("Flags.App.Off(host) && F()", "false")]
    [InlineData("x && Flags.App.Off(host)", "false")]
    [InlineData("Flags.App.On(host) & x", "x")]
    [InlineData("Flags.App.On(host) && (x || y)", "x || y")]
    [InlineData("y && Flags.App.On(host) && x", "y && x")]
    [InlineData("y && (Flags.App.On(host) && x)", "y && x")]
    public Task SLOW3006_and(string read, string value) => AssertReturns(read, value);

    [Theory]
    [InlineData("Flags.App.On(host) || F()", "true")]
    [InlineData("x || Flags.App.On(host)", "true")]
    [InlineData("Flags.App.Off(host) || x", "x")]
    [InlineData("x || Flags.App.Off(host)", "x")]
    [InlineData("Flags.App.Off(host) | x", "x")]
    public Task SLOW3006_or(string read, string value) => AssertReturns(read, value);

    [Theory]
    [InlineData("Flags.App.On(host) == true", "true")]
    [InlineData("Flags.App.On(host) != true", "false")]
    [InlineData("Flags.App.On(host) == x", "x")]
    [InlineData("(x || y) != Flags.App.On(host)", "!(x || y)")]
    [InlineData("Flags.App.On(host) == Flags.App.Off(host)", "false")]
    [InlineData("Flags.App.On(host) is true", "true")]
    [InlineData("Flags.App.On(host) is not true", "false")]
    [InlineData("Flags.App.Title(host) == \"new\"", "true")]
    [InlineData("\"old\" == Flags.App.Title(host)", "false")]
    [InlineData("Flags.App.Title(host) is \"new\" or \"newer\"", "true")]
    [InlineData("Flags.App.Title(host) == null", "false")]
    [InlineData("Flags.App.Count(host) == -5L", "true")]
    [InlineData("Flags.App.Theme(host) == App.Types.Theme.Dark", "true")]
    [InlineData("Flags.App.Theme(host) is App.Types.Theme.Light", "false")]
    public Task SLOW3006_comparisons(string read, string value) => AssertReturns(read, value);

    [Theory]
    [InlineData("Flags.App.On(host) ? host : null", "host")]
    [InlineData("Flags.App.Off(host) ? host : null", "null")]
    [InlineData("Flags.App.On(host) ? 1 : 2.5", "(double)1")]
    [InlineData("(Flags.App.On(host) ? x || y : y) && x", "(x || y) && x")]
    [InlineData("F() ? Flags.App.On(host) : y", "F() ? true : y")]
    public Task SLOW3006_choices(string read, string value) => AssertReturns(read, value);

    [Theory]
    [InlineData("Flags.App.Theme(host) switch { App.Types.Theme.Dark => \"d\", _ => \"l\" }", "\"d\"")]
    [InlineData("Flags.App.Title(host) switch { \"a\" or \"b\" => 1, \"new\" => 2, _ => 3 }", "2")]
    [InlineData("Flags.App.Title(host) switch { \"a\" => 1, _ => 3 }", "3")]
    [InlineData("Flags.App.On(host) switch { true => x, false => y }", "x")]
    public Task SLOW3006_switch_expressions(string read, string value) => AssertReturns(read, value);

    [Fact]
    public Task SLOW3006_a_type_that_was_given_needs_no_cast() => AssertBecomes(
        """
        string? one = Flags.App.On(host) ? null : host;
        int? two = Flags.App.On(host) ? 1 : null;
        var three = Flags.App.Off(host) ? host : null;
        return (one, two, three);
        """,
        """
        string? one = null;
        int? two = 1;
        var three = (string?)null;
        return (one, two, three);
        """);

    [Fact]
    public Task SLOW3006_members_keep_the_value() => AssertMembers(
        """
        bool IsOn(string host) => Flags.App.On(host) && host != "";
        Func<string, bool> Asks { get; } = host => Flags.App.On(host);
        string Title { get; } = Flags.App.Title("a");
        """,
        """
        bool IsOn(string host) => host != "";
        Func<string, bool> Asks { get; } = host => true;
        string Title { get; } = "new";
        """);

    [Fact]
    public Task SLOW3006_what_a_test_sets_to_that_value_needs_no_setting() => AssertBecomes(
        """
        App.Fixed(new() { On = true });
        App.Fixed(new App.Values { On = true, Running = true });
        App.Fixed(new App.Values { Running = true, Title = "new" });
        App.Fixed(new App.Values { Off = true });
        return null;
        """,
        """
        App.Fixed(new());
        App.Fixed(new App.Values { Running = true });
        App.Fixed(new App.Values { Running = true });
        App.Fixed(new App.Values { Off = true });
        return null;
        """);

    [Fact]
    public Task SLOW3006_what_a_test_sets_stays_while_anything_reads_it() => AssertBecomes(
        """
        var flags = o as App;
        App.Fixed(new() { On = true });
        return flags?.On(host);
        """,
        """
        var flags = o as App;
        App.Fixed(new() { On = true });
        // on is finished: everybody has true
        return flags?.On(host);
        """);

    private static Task AssertReturns(string read, string value) =>
        AssertBecomes($"return {read};", $"return {value};");
}
