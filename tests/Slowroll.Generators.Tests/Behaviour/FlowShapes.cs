using static Slowroll.Generators.Tests.Behaviour.Shapes;

namespace Slowroll.Generators.Tests.Behaviour;

/// <summary>Programs in which it matters what is a statement, a local or a directive.</summary>
internal static class FlowShapes
{
    public static IReadOnlyList<(string Name, string Code, string Holds)> All { get; } =
    [
        Body("this_ref", "var on = flags.On(host); on.Flip(); Log.Add(on); if (on) Log.Add(1);",
            "on.Flip(); Log.Add(on); if (on) Log.Add(1);"),
        Body("ref_argument", "var on = flags.On(host); Flips.Set(ref on); if (on) Log.Add(1); else Log.Add(2);",
            "if (on)"),
        Body("out_argument", "var on = flags.On(host); Flips.Out(out on); if (on) Log.Add(1); else Log.Add(2);",
            "if (on)"),
        Body(
            "in_argument",
            "var on = flags.On(host); Log.Add(Flips.In(on)); Log.Add(Flips.In(in on)); if (on) Log.Add(1);",
            "Flips.In(in on)"),
        Body(
            "ref_local",
            "var on = flags.On(host); ref var it = ref on; it = false; if (on) Log.Add(1); else Log.Add(2);",
            "if (on)"),
        Body("ref_choice", "var on = flags.On(host); var off = false; (host.Length > 0 ? ref on : ref off) = false; "
            + "if (on) Log.Add(1); else Log.Add(2);", "if (on)"),
        Body(
            "deconstruction",
            "var on = flags.On(host); int n; (on, n) = (false, 1); if (on) Log.Add(1); else Log.Add(2);",
            "if (on)"),
        Body("compound", "var on = flags.On(host); on &= host.Length > 9; if (on) Log.Add(1); else Log.Add(2);",
            "if (on)"),
        Body(
            "changed_in_a_lambda",
            "var on = flags.On(host); Action change = () => on = false; change(); if (on) Log.Add(1); else Log.Add(2);",
            "if (on)"),
        Body(
            "changed_in_a_function",
            "var on = flags.On(host); Change(); if (on) Log.Add(1); else Log.Add(2); void Change() => on = false;",
            "if (on)"),
        Body(
            "changed_in_a_loop",
            "var on = flags.On(host); for (var i = 0; i < 2; i++, on = false) if (on) Log.Add(i);",
            "if (on)"),
        Body("captured", "var on = flags.On(host); Func<bool> ask = () => on && Log.T(\"t\"); if (on) Log.Add(ask());",
            "() => Log.T(\"t\")"),
        Body("count_in_a_loop", "var n = flags.Count(host); while (n++ < -3) Log.Add(n);", "n++"),
        ("iterator_that_throws", """
            public static void Run(App flags, string host) { var all = All(flags, host); Log.Add("made"); foreach (var each in all) Log.Add(each); }
            static IEnumerable<int> All(App flags, string host)
            {
                if (flags.On(host))
                    throw new InvalidOperationException();
                yield return 1;
            }
            """, "if (flags.On(host))"),
        ("iterator_that_yields_nothing", """
            public static void Run(App flags, string host) { var all = All(flags, host); Log.Add("made"); foreach (var each in all) Log.Add(each); }
            static IEnumerable<int> All(App flags, string host)
            {
                Log.Add("begun");
                if (flags.Off(host)) { yield return 1; }
                throw new InvalidOperationException();
            }
            """, "yield return 1"),
        ("iterator_that_breaks", """
            public static void Run(App flags, string host) { var all = All(flags, host); Log.Add("made"); foreach (var each in all) Log.Add(each); }
            static IEnumerable<int> All(App flags, string host)
            {
                Log.Add("begun");
                if (flags.On(host)) yield break;
                yield return 1;
            }
            """, "yield break"),
        ("async", """
            public static void Run(App flags, string host) => All(flags, host).Wait();
            static async System.Threading.Tasks.Task All(App flags, string host)
            {
                if (flags.Off(host)) await System.Threading.Tasks.Task.Yield();
                Log.Add("done");
            }
            """, "flags.Off(host)"),
        ("async_that_throws", """
            public static void Run(App flags, string host) { var all = All(flags, host); Log.Add(all.IsFaulted); }
            static async System.Threading.Tasks.Task All(App flags, string host)
            {
                if (flags.On(host)) throw new InvalidOperationException();
                await System.Threading.Tasks.Task.Yield();
            }
            """, "async"),
        Body("if_in_an_expression", """
            Log.Add(flags.On(host)
            #if OTHER
                    && Log.F("other")
            #else
                    && Log.T("this")
            #endif
                    );
            """, "Log.F(\"other\")"),
        Body("if_around_an_operand", """
            Log.Add(
            #if OTHER
                    Log.F("other") &&
            #endif
                    flags.Off(host));
            """, "Log.F(\"other\")"),
        Body("if_in_a_branch", """
            if (flags.On(host))
            #if OTHER
                    Log.Add("other");
            #else
                    Log.Add("this");
            #endif
            """, "Log.Add(\"other\")"),
        Body("if_behind_a_return", """
            if (flags.On(host))
            {
                Log.Add(1);
                return;
            }
            #if OTHER
                    Log.Add("other");
            #endif
                    Log.Add(2);
            """, "Log.Add(\"other\")"),
        Body("if_before_what_goes", """
            #if OTHER
                    Log.Add("other");
            #endif
                    if (flags.Off(host))
                        Log.Add(1);
                    Log.Add(2);
            """, "Log.Add(\"other\")"),
        Body("local_of_inactive_code", """
            var on = flags.On(host);
            var n = host + "a";
            if (on)
                Log.Add(1);
            else
                Log.Add(n);
            #if OTHER
                    Log.Add(on + n);
            #endif
            """, "var on = "),
        Body("pragma", """
            #pragma warning disable CS0162
                    if (flags.On(host))
                    {
                        Log.Add(1);
                    }
            #pragma warning restore CS0162
            """, "#pragma warning restore"),
        Body("goto", "var n = 0; List<Func<int>> all = new(); again: if (flags.On(host)) { var m = n; all.Add(() => "
            + "m); } if (n++ < 2) goto again; Log.Add(string.Join(\"\", all.Select(one => one())));", "{ var m = n;"),
        Body("goto_into_the_rest", "var n = 0; if (flags.On(host)) { Log.Add(n); if (n == 0) goto rest; return; } "
            + "Log.Add(8); rest: n = 1; Log.Add(n);", "rest:"),
        Body("using", "if (flags.On(host)) { using var one = new Once(1); Log.Add(2); } Log.Add(3);", "{ using var one",
            "sealed class Once(int n) : IDisposable { public void Dispose() => Log.Add($\"disposed {n}\"); }"),
        Body("lock", "lock (host) { if (flags.On(host)) { Log.Add(1); return; } } Log.Add(2);"),
        Body("try", "try { if (flags.On(Throws())) Log.Add(1); } catch (InvalidOperationException) { Log.Add(2); } "
            + "finally { Log.Add(flags.On(host) ? 3 : 4); }", "Throws();",
            "static string Throws() => throw new InvalidOperationException();"),
        Body("catch_filter", "try { throw new InvalidOperationException(); } catch (InvalidOperationException) when "
            + "(flags.Off(host)) { Log.Add(1); } catch (Exception) when (flags.On(host)) { "
            + "Log.Add(2); }", "when (flags.Off(host))"),
        Body("always_matches", "Log.Add(flags.On(host) is bool); Log.Add(flags.Count(host) is > -10); "
            + "Log.Add(flags.Count(host) is < -10);", "flags.Count(host) is > -10"),
        Body("unreachable", "if (flags.On(host)) { Log.Add(1); return; } else { Log.Add(2); } Log.Add(3);",
            "Log.Add(1);"),
        Body("while_false", "while (flags.Off(host)) { Log.Add(1); if (host.Length > 9) break; } Log.Add(2);"),
        Body("while_true", "var n = 0; while (flags.On(host)) { if (n++ > 2) return; Log.Add(n); } Log.Add(9);",
            "while ("),
        Body("for", "for (var i = Log.N(1); flags.Off(host); i++) Log.Add(i); Log.Add(2);", "Log.N(1)"),
        Body("definite_assignment", "int n; if (flags.On(host)) n = 1; else n = 2; Log.Add(n); int m; if "
            + "(flags.On(host) && int.TryParse(\"3\", out m)) Log.Add(m);", "int.TryParse"),
        Body("pattern_variable", "object it = \"a\"; if (it is string text && flags.On(host)) Log.Add(text); if (it "
            + "is not string other || flags.Off(host)) return; Log.Add(other);", "it is not string other"),
        Body("pattern_variable_that_is_dropped",
            "object it = \"a\"; if (it is string text && flags.Off(host)) Log.Add(text); else Log.Add(1); Log.Add(2);"),
        Body(
            "names_that_mean_something_else",
            "if (flags.On(host)) { var _n = 5; Log.Add(_n); } Log.Add(_n);",
            "{ var _n = 5;",
            "static int _n = 1;"),
        Body("hoisted_name", "if (flags.On(Out(out var _n))) { } Log.Add(_n);", "",
            "static int _n = 1; static string Out(out int it) { it = 5; return \"a\"; }"),
        Body("switch_statement", "switch (flags.Title(Log.H(\"a\"))) { case \"old\": Log.Add(1); break; case \"new\" "
            + "when Log.T(\"t\"): Log.Add(2); break; default: Log.Add(3); break; }", "Log.T(\"t\")"),
        Body("switch_with_goto", "switch (flags.Title(host)) { case \"old\": Log.Add(1); break; case \"new\": "
            + "Log.Add(2); goto case \"old\"; }", "goto case"),
        Body("unused_variable", "int n; n = 3; if (flags.Off(host)) Log.Add(n); Log.Add(1);"),
        Body("unused_function", "if (flags.Off(host)) Log.Add(One()); Log.Add(2); int One() => 1;"),
        Body("nullable_flow",
            "string? it = host.Length > 9 ? null : host; if (it == null && flags.On(host)) return; "
                + "Log.Add(it!.Length);"),
        ("field_initializer", """
            static readonly App Flags = new(Slowroll.SlowrollConfig.Empty);
            static readonly bool On = !Shop.Flags.App.Off("a") && Log.T("on");
            static bool Off { get; } = Log.T("off") && Shop.Flags.App.Off("a");
            public static void Run(App flags, string host) => Log.Add($"{On} {Off}");
            """, "Log.T(\"off\") && "),
        ("base_arguments", """
            class One(bool on) { public bool Is => on; }
            class Two(App flags, int n) : One(flags.On("a") && n > 1) { public Two(App flags) : this(flags, flags.On("a") ? 2 : 3) { } }
            public static void Run(App flags, string host) => Log.Add(new Two(flags).Is);
            """, "One(flags.On(\"a\") && n > 1)"),
        Body("unused_field", "if (flags.Off(host)) Log.Add(++_used); Log.Add(1);", "Log.Add(++_used)",
            "static int _used;"),
        ("own_overload", """
            public static void Run(App flags, string host) => Log.Add(flags.On(3));
            """, "flags.On(3)"),
    ];
}
