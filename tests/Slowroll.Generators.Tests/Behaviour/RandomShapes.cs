using System.Globalization;

namespace Slowroll.Generators.Tests.Behaviour;

/// <summary>Programs of the kind of <see cref="Shapes"/>, put together at random. The same for the same seed.</summary>
internal sealed class RandomShapes(int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _locals = [];
    private int _number;

    public string Program() => $$"""
        static bool _field = true;
        static bool Asked { get { Log.Add("asked"); return true; } }
        static string O(Color it) => $"color {it}";
        static string O(byte it) => $"byte {it}";
        static string O(long it) => $"long {it}";
        static string O(double it) => $"double {it}";
        static string P(params string?[]? all) => $"{all?.Length}";
        sealed record Point(int X);

        public static void Run(App flags, string host)
        {
            var noisy = new Noisy();
            object o = host;
            int n = host.Length;
            var items = new List<int> { 1, 2 };
            IEnumerator<int> it = new List<int> { 1, 2, 3 }.GetEnumerator();
            {{Statements(3)}}
            Log.Add($"{n} {_field} {it.MoveNext()}");
        }
        """;

    private string Statements(int depth)
    {
        var known = _locals.Count;
        var statements = Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Statement(depth)).ToList();
        _locals.RemoveRange(known, _locals.Count - known); // out of scope
        return string.Join("\n", statements);
    }

    private string Block(int depth) => $"{{\n{Statements(depth - 1)}\n}}";

    private string Statement(int depth)
    {
        var id = Next(); // before anything inside takes the next one
        return _random.Next(depth > 0 ? 31 : 14) switch
        {
            0 => $"Log.Add({Truth(2)});",
            1 => $"Log.Add({Number(2)});",
            2 => $"Log.Add({Text(2)});",
            3 or 4 => $"Log.Add(O({Mixed()}));",
            5 => $"Log.Add(P({Truth(1)} ? null : host));",
            6 => $"Log.Add(({Mixed()}).GetType().Name);",
            7 => Local(),
            8 => _locals.Count > 0 ? $"{AnyLocal()}.Flip();" : $"_field = {Truth(2)};",
            9 => _locals.Count > 0 ? $"{AnyLocal()} &= {Truth(1)};" : $"_ = {Truth(2)};",
            10 => $"flags.On({HashKey()});",
            11 => $"Log.Add((new Point({Number(1)}) with {{ X = {Number(1)} }}).X);",
            12 => $"Log.Add(Flips.Text({Truth(1)}));",
            13 => $"var m{id} = {Mixed()}; Log.Add(m{id}.GetType().Name);",
            14 or 15 or 16 => $"if ({Truth(2)})\n{Block(depth)}\nelse\n{Block(depth)}",
            17 => $"if ({Truth(2)})\n{Block(depth)}",
            18 => $"if ({Truth(1)})\n{{\n{Statements(depth - 1)}\nreturn;\n}}",
            19 => $"foreach (var i{id} in items)\n{Block(depth)}",
            20 => $"for (var i{id} = 0; i{id} < 2 && {Truth(1)}; i{id}++)\n{Block(depth)}",
            21 => $"do\n{Block(depth)}\nwhile ({(_random.Next(2) == 0 ? "flags.Off(host)" : "Log.F(\"again\")")});",
            // Nobody may leave a finally block: it has plain statements only.
            22 => $"try\n{Block(depth)}\ncatch (Exception "
                + $"e{id}) when ({Truth(1)})\n{{\nLog.Add(e{id}.GetType().Name);\n}}\nfinally\n{Block(1)}",
            23 => $"lock (items)\n{Block(depth)}",
            24 => $"switch ({(_random.Next(2) == 0 ? $"flags.Title({HashKey()})" : Text(1))})\n{{\ncase \"old\" "
                + $"when {Truth(1)}:\n{Statements(depth - 1)}\nbreak;\ncase "
                + $"\"new\":\n{Statements(depth - 1)}\nbreak;\ndefault:\n{Statements(depth - 1)}\nbreak;\n}}",
            25 => $"Func<bool> f{id} = () => {Truth(2)};\nLog.Add(f{id}());",
            26 => $"foreach (var v in It{id}()) Log.Add(v);\nIEnumerable<int> It{id}()\n{{\nLog.Add(\"begun\");\nif "
                + $"({Truth(1)}) {(_random.Next(2) == 0 ? "yield break;" : "throw new InvalidOperationException();")}"
                + $"\nyield return {Number(1)};\n}}",
            27 => $"\n#if OTHER\nLog.Add({Truth(1)});\n#else\nif ({Truth(1)})\n#endif\nLog.Add({Next()});",
            28 => $"Log.Add({Truth(1)}\n#if OTHER\n&& {Truth(1)}\n#endif\n&& {Truth(1)});",
            29 => $"if (o is string s{id} && {Truth(1)}) Log.Add(s{id});",
            _ => $"if (int.TryParse(\"4\", out var v{id}) && {Truth(1)}) Log.Add(v{id}); else Log.Add(\"none\");",
        };
    }

    private string Local()
    {
        var local = $"b{Next()}";
        var statement = $"var {local} = {(_random.Next(2) == 0 ? $"flags.On({HashKey()})" : Truth(2))};";
        _locals.Add(local);
        return statement;
    }

    private string AnyLocal() => _locals[_random.Next(_locals.Count)];

    private string Truth(int depth) => _random.Next(depth > 0 ? 34 : 17) switch
    {
        0 or 1 or 2 or 3 or 4 or 5 => $"flags.{(_random.Next(2) == 0 ? "On" : "Off")}({HashKey()})",
        6 => $"Log.T(\"t{Next()}\")",
        7 => $"Log.F(\"f{Next()}\")",
        8 => "noisy.Flag",
        9 => "noisy[1]",
        10 => "(bool)noisy",
        11 => "Late.Field",
        12 => "_field",
        13 => "Asked",
        14 => "int.TryParse(\"1\", out n)",
        15 => "it.MoveNext()",
        16 => _locals.Count > 0 ? AnyLocal() : "(host == \"a\")",
        17 => $"items.Exists(x{Next()} => {Truth(depth - 1)})",
        18 => $"(items[{Number(1)}] > 0)",
        19 => $"({Number(1)} / n > 0)",
        20 => $"!{Truth(depth - 1)}",
        21 or 22 or 23 => $"({Truth(depth - 1)} && {Truth(depth - 1)})",
        24 or 25 => $"({Truth(depth - 1)} || {Truth(depth - 1)})",
        26 => $"({Truth(depth - 1)} & {Truth(depth - 1)})",
        27 => $"({Truth(depth - 1)} | {Truth(depth - 1)})",
        28 => $"({Truth(depth - 1)} {(_random.Next(2) == 0 ? "==" : "!=")} {Truth(depth - 1)})",
        29 => $"({Truth(depth - 1)} ? {Truth(depth - 1)} : {Truth(depth - 1)})",
        30 => $"({Text(1)} == {Text(1)})",
        31 => $"(flags.Title({HashKey()}) switch {{ \"old\" "
            + $"=> {Truth(depth - 1)}, \"new\" => {Truth(depth - 1)}, _ => {Truth(depth - 1)} }})",
        32 => $"(checked({Number(1)} + n) > 0)",
        _ => $"(string.Join(\",\", items.Select(Log.N)) == {Text(0)})",
    };

    private string Number(int depth) => _random.Next(depth > 0 ? 9 : 4) switch
    {
        0 => Next(),
        1 => $"flags.Count({HashKey()})",
        2 => "n",
        3 => $"Log.N({Next()})",
        4 => $"({Truth(1)} ? {Number(depth - 1)} : {Number(depth - 1)})",
        5 => $"({Number(depth - 1)} + {Number(depth - 1)})",
        6 => $"({Number(depth - 1)} -{Number(depth - 1)})",
        7 => $"{Text(1)}.Length",
        _ => $"- {Number(depth - 1)}",
    };

    private string Mixed() => _random.Next(9) switch
    {
        0 => $"{Truth(1)} ? 1 : 2L",
        1 => $"{Truth(1)} ? (byte)1 : 300",
        2 => $"{Truth(1)} ? 1 : 2.5",
        3 => $"{Truth(1)} ? 0 : n",
        4 => $"{Truth(1)} ? 'a' : n",
        5 => $"flags.Count({HashKey()})",
        6 => $"flags.Size({HashKey()})",
        7 => $"flags.Ratio({HashKey()}) * {Number(1)}",
        _ => $"{Truth(1)} ? flags.Count(host) : flags.Size(host)",
    };

    private string Text(int depth) => _random.Next(depth > 0 ? 8 : 4) switch
    {
        0 => "host",
        1 => "\"new\"",
        2 => $"flags.Title({HashKey()})",
        3 => $"Log.H(\"h{Next()}\")",
        4 => $"$\"{{{Truth(1)}}}|{{{Number(1)}}}\"",
        5 => "(host + noisy)",
        6 => $"({Truth(1)} ? host : {Text(0)})",
        _ => "noisy.ToString()",
    };

    private string HashKey() => _random.Next(8) switch
    {
        0 => $"Log.H(\"k{Next()}\")",
        1 => "$\"{host}-{n}\"",
        2 => "noisy.ToString()",
        3 => "noisy",
        4 => "flags.Title(host)",
        _ => "host",
    };

    private string Next() => (++_number).ToString(CultureInfo.InvariantCulture);
}
