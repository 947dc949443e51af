using System.Globalization;

namespace Slowroll.Generators.Tests.Behaviour;

/// <summary>A method that asks flags at any place, and prints what it does. The same seed gives the same
/// method.</summary>
internal sealed class RandomCode(int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _locals = [];
    private int _number;

    public string Method(string name) => $$"""
        static string {{name}}(App flags, string host, object o)
        {
            {{Statements(4, inLoop: false)}}
            return "end";
        }
        """;

    private string Statements(int depth, bool inLoop)
    {
        var known = _locals.Count;
        var statements = Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Statement(depth, inLoop)).ToList();
        _locals.RemoveRange(known, _locals.Count - known); // out of scope
        return string.Join("\n", statements);
    }

    private string Statement(int depth, bool inLoop) => _random.Next(depth > 0 ? 16 : 5) switch
    {
        0 => $"T({Next()});",
        1 => $"C({Condition(2)} ? \"{Next()}\" : \"{Next()}\");",
        2 => Local(),
        3 =>
            $"C($\"{{{Number(2)}}}|{{flags.Title({HashKey()}),5}}|"
                + "{flags.Ratio(host),-6:0.0}|{(decimal)-flags.Ratio(host)}\");",
        4 => $"N({Number(2)});",
        13 or 14 => $"if ({Condition(2)})\n{{\n{Statements(depth - 1, inLoop)}\n}}",
        15 => NumberSwitch(depth),
        5 =>
            $"if ({Condition(2)})\n{{\n{Statements(depth - 1, inLoop)}\n}}\n"
                + $"else\n{{\n{Statements(depth - 1, inLoop)}\n}}",
        6 =>
            $"if ({Condition(1)})\n    T({Next()});\nelse if ({Condition(2)})\n{{\n{Statements(depth - 1, inLoop)}\n}}",
        7 => $"if ({Condition(1)})\n{{\n{Statements(depth - 1, inLoop)}\nreturn \"{Next()}\";\n}}",
        8 when inLoop => $"if ({Condition(1)})\n    {(_random.Next(2) == 0 ? "break" : "continue")};",
        8 or 9 => $"foreach (var i{Next()} in new[] {{ 1, 2 }})\n{{\n{Statements(depth - 1, inLoop: true)}\n}}",
        10 => Switch(depth),
        11 => $"var n{Next()} = 2;\nwhile "
            + $"(n{_number}-- > 0 && {Condition(1)})\n{{\n{Statements(depth - 1, inLoop: true)}\n}}",
        _ => $"do\n{{\n{Statements(depth - 1, inLoop: true)}\n}}\nwhile (flags.Off(host));",
    };

    private string Local()
    {
        var local = $"b{Next()}";
        var statement = $"var {local} = {Condition(2)};";
        _locals.Add(local);
        return statement;
    }

    private string Switch(int depth) => $$"""
        switch (flags.Title({{HashKey()}}))
        {
            case "old":
                {{Statements(depth - 1, inLoop: false)}}
                break;
            case "new":
                {{Statements(depth - 1, inLoop: false)}}
                break;
            default:
                T({{Next()}});
                break;
        }
        """;

    private string NumberSwitch(int depth) => $$"""
        switch ({{Number(1)}})
        {
            case -5 or > 20 when {{Condition(1)}}:
                {{Statements(depth - 1, inLoop: false)}}
                break;
            case > -10 and < 3:
                {{Statements(depth - 1, inLoop: false)}}
                break;
        }
        """;

    // Small ones, none of which ever overflows.
    private string Number(int depth) => _random.Next(depth > 0 ? 13 : 3) switch
    {
        0 => $"flags.Count({HashKey()})",
        1 => $"N({Next()})",
        2 => $"-flags.Count({HashKey()})",
        3 => $"- {Number(depth - 1)}",
        4 => $"({Number(depth - 1)} -flags.Count({HashKey()}))",
        5 => $"({Number(depth - 1)} + {Number(depth - 1)})",
        6 => $"({Condition(1)} ? {Number(depth - 1)} : {Number(depth - 1)})",
        7 => $"checked({Number(depth - 1)} - - {Number(0)})",
        8 => $"unchecked((int)(long){Number(depth - 1)})",
        9 => $"(int)(double){Number(depth - 1)}",
        10 => $"({Number(0)} switch {{ > 0 "
            + $"=> {Number(depth - 1)}, -5 or -6 => {Number(depth - 1)}, _ when {Condition(1)} => 3, _ => {Next()} }})",
        11 => $"(int)flags.Ratio({HashKey()})",
        _ => $"$\"{{{Number(0)}}}{{flags.Title({HashKey()})}}\".Length",
    };

    private string Condition(int depth) => _random.Next(depth > 0 ? 16 : 5) switch
    {
        0 or 1 => $"flags.{(_random.Next(2) == 0 ? "On" : "Off")}({HashKey()})",
        2 or 3 => $"T({Next()})",
        4 => _locals.Count > 0 ? _locals[_random.Next(_locals.Count)] : "(flags.Title(host) == \"new\")",
        5 => $"!{Condition(depth - 1)}",
        6 or 7 => $"({Condition(depth - 1)} && {Condition(depth - 1)})",
        8 or 9 => $"({Condition(depth - 1)} || {Condition(depth - 1)})",
        10 => $"({Condition(depth - 1)} == {Condition(depth - 1)})",
        11 => $"({Number(1)} {(_random.Next(2) == 0 ? "<" : "==")} {Number(1)})",
        12 => $"({Number(1)} is > -5 and not 7)",
        13 => $"({Condition(depth - 1)} ^ {Condition(depth - 1)})",
        14 => $"(flags.Title({HashKey()}) is {{ Length: > 3 }} or \"new\")",
        _ => $"({Condition(depth - 1)} ? {Condition(depth - 1)} : {Condition(depth - 1)})",
    };

    private string HashKey() => _random.Next(4) == 0 ? $"H({Next()})" : "host";

    private string Next() => (++_number).ToString(CultureInfo.InvariantCulture);
}
