using static Slowroll.Generators.Tests.Behaviour.Shapes;

namespace Slowroll.Generators.Tests.Behaviour;

/// <summary>Programs in which the type of an expression decides what is called.</summary>
internal static class TypeShapes
{
    private const string Overloads = """
        static string M(Color it) => $"color {it}";
        static string M(long it) => $"long {it}";
        static string M(byte it) => $"byte {it}";
        static string M(double it) => $"double {it}";
        static string M(object? it) => $"object {it}";
        """;

    public static IReadOnlyList<(string Name, string Code, string Holds)> All { get; } =
    [
        Value("zero_and_an_enum", "M(flags.On(host) ? 0 : n)", "0)", "var n = 1;",
            "static string M(Color it) => $\"color {it}\"; static string M(long it) => $\"long {it}\";"),
        Value("zero_and_two", "M(flags.On(host) ? 0 : n)", "", "long n = 1;", Overloads),
        Value("byte_and_long", "M(flags.On(host) ? b : n)", "(long)b", "byte b = 1; long n = 2;", Overloads),
        Value("byte_and_int", "M(flags.On(host) ? b : n)", "b)", "byte b = 1; int n = 2;", Overloads),
        Value("a_small_constant", "M(flags.On(host) ? 5 : n)", "5)", "long n = 2;",
            "static string M(byte it) => $\"byte {it}\"; static string M(long it) => $\"long {it}\";"),
        Value("count_and_long", "M(flags.Count(host))", "-5", "",
            "static string M(sbyte it) => $\"sbyte {it}\"; static string M(long it) => $\"long {it}\";"),
        Value("double_and_int", "(flags.On(host) ? 7 : 1.5) / 2", "7"),
        Value("int_and_char", "M(flags.On(host) ? 'a' : n)", "'a'", "var n = 2;",
            "static string M(char it) => \"char\"; static string M(int it) => \"int\";"),
        Value("null_and_params", "M(flags.On(host) ? null : host)", "null", "",
            "static string M(params string?[]? all) => $\"{all?.Length}\";"),
        Value("null_and_objects", "M(flags.On(host) ? null : (object)host)", "null", "",
            "static string M(params object?[]? all) => $\"{all?.Length}\";"),
        Value(
            "array_and_params",
            "M(flags.On(host) ? items : (object)host)",
            "items",
            "var items = new object[] { 1, 2 };",
            "static string M(params object[] all) => $\"{all.Length}\";"),
        Value("null_and_overloads", "M(flags.On(host) ? null : host)", "null", "",
            "static string M(string? it) => \"string\"; static string M(Noisy? it) => \"noisy\";"),
        Value("inferred_type", "M(flags.On(host) ? b : 2L)", "(long)b", "byte b = 1;",
            "static string M<T>(T it) => typeof(T).Name;"),
        Value("inferred_nullable", "M(flags.On(host) ? 1 : n)", "1", "int? n = 2;",
            "static string M<T>(T it) => typeof(T).Name;"),
        Body("inferred_local", "var it = flags.On(host) ? 1 : 2L; Log.Add(it.GetType().Name); var other = "
            + "flags.On(host) ? null : host; Log.Add(other is null);", "(long)1"),
        Body("inferred_lambda", "var f = () => flags.On(host) ? 1 : 2L; Log.Add(f().GetType().Name);", "(long)1"),
        Value("inferred_array", "new[] { flags.On(host) ? 1 : 2L, 3 }.GetType().Name", "1"),
        Value("boxing", "(object)(flags.On(host) ? 1 : 2.5)", "1"),
        Value("a_box_of_a_choice", "M(flags.On(host) ? 1 : 2L)", "1", "",
            "static string M(object it) => it.GetType().Name;"),
        Value("static_type", "M(flags.On(host) ? text : it)", "(object)text", "string text = \"a\"; object it = 1;",
            "static string M(string it) => \"string\"; static string M(object it) => \"object\";"),
        Value(
            "hidden_member",
            "(flags.On(host) ? two : one).Name()",
            "((One)two).Name()",
            "var (one, two) = (new One(), new Two());",
            "class One { public string Name() => \"one\"; } class Two : One { public new string Name() => \"two\"; }"),
        Value("switch_arms", "M(flags.Title(host) switch { \"new\" => b, _ => 2L })", "(long)b", "byte b = 1;",
            Overloads),
        Value("user_conversion", "M(flags.On(host) ? noisy : host)", "", "var noisy = new Noisy();",
            "static string M(string it) => $\"string {it}\"; static string M(Noisy it) => \"noisy\";"),
        Value("argument_text", "Flips.Text(flags.On(host) && host.Length > 0)", "flags.On(host) && host.Length > 0"),
        Value("char_and_string", "host + (flags.On(host) ? 'a' : 1)", "(int)'a'"),
        Value("concatenated_count", "\"\" + -flags.Count(host) + (1 -flags.Count(host))", "-(-5)"),
        Value("unsigned", "(flags.On(host) ? 1u : n) - 2", "1u", "uint n = 2;"),
        Value("shift", "(flags.On(host) ? 1 : 2L) << 40", "(long)1"),
        Value("integer_division", "(flags.On(host) ? 7 : d) / 2", "(double)7", "double d = 1;"),
        Value("unchecked_constants", "flags.Count(host) * most", "most", "var most = int.MaxValue;"),
        Value("constants_overflow", "flags.Count(host) + int.MinValue", "flags.Count(host) + int.MinValue"),
        Value("divided_by", "100 / (flags.Count(host) + 5)", "flags.Count(host) + 5"),
        Value("interpolated", "M($\"{(flags.On(host) ? 1 : 2.5)}\")", "1", "",
            "static string M(FormattableString it) => it.GetArgument(0)!.GetType().Name;"),
        Value("formattable", "M($\"{flags.Count(host)}{flags.On(host)}\")", "-5", "",
            "static string M(FormattableString it) => $\"{it.Format} {it.ArgumentCount}\";"),
        Value("tuple", "(flags.On(host) ? (1, host) : (2L, host)).GetType().Name", ""),
        Value("method_group", "M(flags.On(host) ? One : Two)", "", "",
            "static int One() => 1; static int Two() => 2; static string M(Func<int> it) => $\"{it()}\";"),
        Value("target_typed", "new Box { Value = flags.On(host) ? 1 : null }.Value", "1", "",
            "sealed class Box { public int? Value; }"),
        Value("list", "new List<long> { flags.On(host) ? 1 : 2L }.Sum()", "1"),
        Value("added_to_a_collection", "new Bag { flags.On(host) ? 1 : 2L }.Name", "1", "",
            "sealed class Bag : List<int> { public string Name = \"\"; public new void Add(int it) => Name += "
                + "\"int\"; public void Add(long it) => Name += \"long\"; }"),
        Value(
            "query",
            "string.Join(\"\", from n in new[] { 1, 2 } where flags.On(host) && n > 1 select flags.On(host) ? n : 2L)",
            "where n > 1"),
        Value("expression_tree", "M(it => flags.On(host) && it > 1)", "flags.On(host) && it > 1", "",
            "static string M(System.Linq.Expressions.Expression<Func<int, bool>> it) => $\"{it.Body.NodeType}\";"),
        Value("negation", "!(flags.On(host) == noisy)", "noisy", "var noisy = new Noisy();"),
        Value("lifted", "(flags.On(host) & it) is null", "", "bool? it = null;"),
        Value("lifted_or", "(flags.Off(host) | it) is null", "", "bool? it = null;"),
        Value("compared_with_nullable", "flags.On(host) == it", "", "bool? it = null;"),
        Value("dynamic", "(flags.On(host) ? it : 1) + 1", "it", "dynamic it = \"a\";"),
        Value("default", "M(flags.On(host) ? default : 3L)", "", "", Overloads),
        Value("generic_null", "M(flags.On(host) ? null : new List<int>())", "null", "",
            "static string M<T>(List<T>? it) => typeof(T).Name;"),
    ];
}
