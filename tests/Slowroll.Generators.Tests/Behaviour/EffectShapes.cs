using static Slowroll.Generators.Tests.Behaviour.Shapes;

namespace Slowroll.Generators.Tests.Behaviour;

/// <summary>Programs in which something has an effect, or throws.</summary>
internal static class EffectShapes
{
    public static IReadOnlyList<(string Name, string Code, string Holds)> All { get; } =
    [
        Body("try_parse", "int n = 7; var ok = int.TryParse(\"12\", out n) && flags.Off(host); Log.Add($\"{ok} {n}\");",
            "int.TryParse(\"12\", out n)"),
        Body(
            "try_parse_in_if",
            "int n = 7; if (int.TryParse(\"12\", out n) && flags.Off(host)) Log.Add(1); else Log.Add(2); Log.Add(n);",
            "int.TryParse(\"12\", out n)"),
        Body("try_parse_out_var", "if (flags.Off(host) | int.TryParse(\"12\", out var n)) Log.Add(n); Log.Add(0);",
            "int.TryParse(\"12\", out var n)"),
        Body("move_next", "var it = new List<int> { 1, 2 }.GetEnumerator(); Log.Add(it.MoveNext() && "
            + "flags.Off(host)); it.MoveNext(); Log.Add(it.Current);", "it.MoveNext()"),
        Body("move_next_in_while", "IEnumerator<int> it = new List<int> { 1, 2 }.GetEnumerator(); while "
            + "(it.MoveNext() && flags.Off(host)) Log.Add(1); it.MoveNext(); "
            + "Log.Add(it.Current);", "it.MoveNext() && "),
        Value("lazy_join", "string.Join(\",\", new[] { 1, 2 }.Select(Log.N)) == \"\" && flags.Off(host)",
            "string.Join"),
        Value("lazy_concat", "string.Concat(new[] { 1, 2 }.Select(Log.N)).Length > 9 & flags.Off(host)",
            "string.Concat"),
        Value("predicate", "new List<int> { 1 }.Exists(n => Log.N(n) > 0) && flags.Off(host)", "Exists"),
        Value("array_find", "Array.Exists(new[] { 1 }, n => Log.N(n) > 0) && flags.Off(host)", "Array.Exists"),
        Value("delegate", "ask() && flags.Off(host)", "ask()", "Func<bool> ask = () => Log.T(\"asked\");"),
        Value("property", "noisy.Flag && flags.Off(host)", "noisy.Flag", "var noisy = new Noisy();"),
        Value("property_or", "noisy.Flag || flags.On(host)", "noisy.Flag", "var noisy = new Noisy();"),
        Value("own_property", "Asked && flags.Off(host)", "Asked && ",
            members: "static bool Asked { get { Log.Add(\"asked\"); return true; } }"),
        Value("indexer", "noisy[1] && flags.Off(host)", "noisy[1]", "var noisy = new Noisy();"),
        Value("operator", "!noisy && flags.Off(host)", "!noisy", "var noisy = new Noisy();"),
        Value("equality", "noisy == new Noisy() && flags.Off(host)", "noisy ==", "var noisy = new Noisy();"),
        Value("conversion", "(bool)noisy && flags.Off(host)", "(bool)noisy", "var noisy = new Noisy();"),
        Value("implicit_conversion", "noisy && flags.Off(host)", "noisy && ", "var noisy = new Noisy();"),
        Value("conversion_of_the_host", "flags.On(noisy)", "flags.On(noisy)", "var noisy = new Noisy();"),
        Value("concatenation", "(\"\" + noisy).Length > 99 && flags.Off(host)", "\"\" + ",
            "object noisy = new Noisy();"),
        Value("host_of_an_object", "flags.On(\"\" + noisy)", "flags.On(\"\" + noisy)", "object noisy = new Noisy();"),
        Value("interpolation", "$\"{noisy}\" == \"\" && flags.Off(host)", "$\"{noisy}\"", "var noisy = new Noisy();"),
        Value("interpolated_host", "flags.On($\"{noisy}\")", "flags.On($\"{noisy}\")", "object noisy = new Noisy();"),
        Value("formatted_host", "flags.On($\"{n:Q}\")", "flags.On($\"{n:Q}\")", "var n = 1;"),
        Value("to_string", "noisy.ToString() == \"\" && flags.Off(host)", "noisy.ToString()",
            "var noisy = new Noisy();"),
        Body("static_field", "Log.Add(0); Log.Add(Late.Field && flags.Off(host));", "Late.Field"),
        Body("static_readonly_field", "Log.Add(0); Log.Add(Noisy.Static && flags.Off(host));", "Noisy.Static"),
        Value("volatile_field", "noisy.Fickle && flags.Off(host)", "noisy.Fickle", "var noisy = new Noisy();"),
        Value("field_of_null", "noisy!.Field && flags.Off(host)", "noisy!.Field", "Noisy? noisy = null;"),
        Value("length_of_null", "text!.Length > 1 && flags.Off(host)", "text!.Length", "string? text = null;"),
        Value("task_result", "task.Result && flags.Off(host)", "task.Result",
            "var task = System.Threading.Tasks.Task.FromException<bool>(new InvalidOperationException());"),
        Value("index_out_of_range", "items[3] > 0 && flags.Off(host)", "items[3]", "var items = new[] { 1 };"),
        Value("missing_key", "items[\"b\"] > 0 && flags.Off(host)", "items[\"b\"]",
            "var items = new Dictionary<string, int>();"),
        Value("division", "1 / zero > 0 && flags.Off(host)", "1 / zero", "var zero = host.Length - 1;"),
        Value("remainder", "1 % zero > 0 && flags.Off(host)", "1 % zero", "var zero = host.Length - 1;"),
        Value("overflow", "checked(most + 1) > 0 && flags.Off(host)", "most + 1",
            "var most = int.MaxValue - 1 + host.Length;"),
        Value("checked_cast", "checked((byte)most) > 0 && flags.Off(host)", "(byte)most",
            "var most = 300 + host.Length;"),
        Value("decimal_overflow", "most * 2 > 0 && flags.Off(host)", "most * 2", "var most = decimal.MaxValue;"),
        Value("wrong_cast", "(string)it == \"\" && flags.Off(host)", "(string)it", "object it = 1;"),
        Value("unboxing", "(int)it > 1 && flags.Off(host)", "(int)it", "object it = \"\";"),
        Value("nullable_value", "it!.Value > 1 && flags.Off(host)", "it!.Value",
            "int? it = host.Length > 9 ? 1 : null;"),
        Value("nullable_cast", "(int)it! > 1 && flags.Off(host)", "(int)it!", "int? it = host.Length > 9 ? 1 : null;"),
        Value("property_pattern", "noisy is { Flag: true } && flags.Off(host)", "noisy is", "var noisy = new Noisy();"),
        Value("throw", "(host.Length > 9 ? true : throw new InvalidOperationException()) && flags.Off(host)",
            "throw new"),
        Value(
            "coalescing_throw",
            "(it ?? throw new InvalidOperationException()) == \"\" && flags.Off(host)",
            "throw new",
            "string? it = null;"),
        Value("creation", "new Loud() is { } && flags.Off(host)", "new Loud()",
            members: "sealed class Loud { public Loud() => Log.Add(\"made\"); }"),
        Value("creation_and_name", "new string('a', -1) == \"\" && flags.Off(host)", "new string"),
        Value("array_size", "new int[size] is null && flags.Off(host)", "new int[size]", "var size = -host.Length;"),
        Value("assignment", "(n = 2) > 1 && flags.Off(host) || n == 2", "n = 2", "var n = 1;"),
        Value("increment", "n++ > 0 && flags.Off(host) || n == 2", "n++", "var n = 1;"),
        Body("with", "var point = new Point(1); var other = flags.On(point.Name(Log.N(2))) ? point with { X = "
            + "Log.N(3) } : point; Log.Add($\"{point.X} {other.X}\");", "point with { X = Log.N(3) }",
            "sealed record Point(int X) { public string Name(int n) => $\"{n}\"; }"),
        Body("with_that_is_dropped", "var point = new Point(1); Log.Add((point with { X = Log.N(2) }).X > 1 && "
            + "flags.Off(host)); Log.Add(point.X);", "with { X = Log.N(2) }", "sealed record Point(int X);"),
        Body(
            "object_initializer",
            "int X = 5; Log.Add(new Box { X = Log.N(2) }.X > 1 & flags.Off(host)); Log.Add(X);",
            "new Box { X = Log.N(2) }",
            "sealed class Box { public int X; }"),
        Body("order_of_a_field", "Log.Add(_n + (flags.On(Change()) ? 1 : 2));", "flags.On(Change())",
            "static int _n = 1; static string Change() { _n = 10; return \"a\"; }"),
        Body(
            "order_of_a_sum",
            "var n = 1; n += flags.Count(Change()); Log.Add(n); string Change() { n = 10; return \"a\"; }",
            "flags.Count(Change())"),
        Body(
            "order_of_arguments",
            "var n = 1; Tell(n, flags.On(Change())); string Change() { n = 10; return \"a\"; }",
            "flags.On(Change())",
            "static void Tell(int n, bool on) => Log.Add($\"{n} {on}\");"),
        Body("order_of_an_owner", "var list = new List<bool>(); var other = list; list.Add(flags.On(Change())); "
            + "Log.Add(other.Count); string Change() { list = new(); return \"a\"; }", "flags.On(Change())"),
        Body("short_circuit", "Log.Add(Log.F(\"f\") && flags.On(Log.H(\"a\")));",
            "Log.F(\"f\") && flags.On(Log.H(\"a\"))"),
        Body("free_things_go", "int n = 3; Log.Add(n > 1 && flags.Off(host)); Log.Add(host == \"b\" || "
            + "flags.On(host)); Log.Add((n & 1) == 0 && flags.Off($\"{host}-{n}\"));",
            "Log.Add(false); Log.Add(true); Log.Add(false);"),
        Body(
            "a_call_stays",
            "if (Log.T(\"t\") && flags.On(host)) Log.Add(1); if (flags.Off(host) || Log.T(\"u\")) Log.Add(2);",
            "if (Log.T(\"t\")) Log.Add(1); if (Log.T(\"u\")) Log.Add(2);"),
        Value("null_flags", "none!.On(host)", "none!.On(host)", "App? none = null;"),
        Value("wrong_flags", "((App)it).On(host)", "((App)it).On(host)", "object it = 1;"),
        Value("null_config", "new App(none!).On(host)", "new App(none!).On(host)",
            "Slowroll.SlowrollConfig? none = null;"),
        Body("discard_that_is_a_variable", "var _ = false; _ = flags.On(host); Log.Add(_);", "_ = "),
    ];
}
