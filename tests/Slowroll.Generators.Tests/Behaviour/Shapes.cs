
namespace Slowroll.Generators.Tests.Behaviour;

/// <summary>Small programs that ask a flag where it is easy to change what they do. Each is the body of a class with a
/// method <c>Run</c>, beside <see cref="Shared"/>.</summary>
internal static class Shapes
{
    /// <summary>What the programs share: a list of what they do on the way, and things that do something.</summary>
    public const string Shared = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;

        namespace Shop;

        public static class Log
        {
            public static readonly List<string> All = new();
            public static void Add(object? what) => All.Add($"{what}");
            public static bool T(string name) { All.Add(name); return true; }
            public static bool F(string name) { All.Add(name); return false; }
            public static int N(int number) { All.Add($"n{number}"); return number; }
            public static string H(string host) { All.Add($"h{host}"); return host; }
        }

        public enum Color { Red, Green }

        public sealed class Noisy
        {
            public bool Flag { get { Log.Add("Flag"); return true; } }
            public bool Field = true;
            public volatile bool Fickle = true;
            public override string ToString() { Log.Add("ToString"); return "noisy"; }
            public static bool operator !(Noisy one) { Log.Add("!"); return false; }
            public static bool operator ==(Noisy one, Noisy other) { Log.Add("=="); return true; }
            public static bool operator !=(Noisy one, Noisy other) { Log.Add("!="); return false; }
            public static implicit operator bool(Noisy one) { Log.Add("bool"); return true; }
            public static implicit operator string(Noisy one) { Log.Add("string"); return "a"; }
            public override bool Equals(object? other) => false;
            public override int GetHashCode() => 0;
            public bool this[int i] { get { Log.Add($"[{i}]"); return true; } }
            public static readonly bool Static = Log.T("static field");
        }

        public static class Late
        {
            static Late() => Log.Add("type is set up");
            public static bool Field = true;
        }

        public static class Flips
        {
            public static void Flip(this ref bool it) => it = !it;
            public static void Set(ref bool it) => it = !it;
            public static void Out(out bool it) => it = false;
            public static bool In(in bool it) => it;
            public static string Text(bool it, [CallerArgumentExpression(nameof(it))] string text = "") => text;
        }
        """;

    /// <summary>The programs by name, with something that must stand in what becomes of each.</summary>
    public static IReadOnlyDictionary<string, (string Code, string Holds)> All { get; } = EffectShapes.All
        .Concat(TypeShapes.All)
        .Concat(FlowShapes.All)
        .ToDictionary(shape => shape.Name, shape => (shape.Code, shape.Holds));

    /// <summary>The program that evaluates an expression and prints its value.</summary>
    public static (string Name, string Code, string Holds) Value(
        string name, string expression, string holds, string before = "", string members = "") =>
        (name, $$"""
            public static void Run(App flags, string host)
            {
                {{before}}
                Log.Add({{expression}});
            }

            {{members}}
            """, holds);

    /// <summary>The program of some statements.</summary>
    public static (string Name, string Code, string Holds) Body(
        string name, string statements, string holds = "", string members = "") =>
        (name, $$"""
            public static void Run(App flags, string host)
            {
                {{statements}}
            }

            {{members}}
            """, holds);
}
