using Microsoft.CodeAnalysis.CodeFixes;
using Slowroll.CodeFixes.Removal;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Removal.Proof;

/// <summary>What only another configuration compiles is in use, too: after a flag was removed, every configuration
/// compiles that did before.</summary>
public class InactiveTextTests
{
    private const string Schema = "/Shop/app.schema.json";
    private const string Read = "namespace Shop; class C { bool M() => Flags.App.On(\"a\"); }";

    [Theory]
    [InlineData("#if OTHER\nnamespace Shop; class D { bool M() => Flags.App.On(\"b\"); }\n#endif\n")]
    [InlineData("#if !OTHER\n#elif MORE\nclass D { object M() => Shop.App.Keys.On; }\n#endif\n")]
    [InlineData(
        "#if OTHER\n#if MORE\nclass D { object M() => Shop.App.Fixed(new() { On = false }); }\n#endif\n#endif\n")]
    [InlineData("#if OTHER\nclass D { object M(Slowroll.SlowrollConfig all) => all.GetValue(\"features\", \"on\", "
        + "\"a\", false); }\n#endif\n")]
    [InlineData("#if OTHER\nclass D { string M() => $\"{Shop.Flags.App.On(\"b\")}\"; }\n#endif\n")]
    [InlineData("#if OTHER\nclass D { string M() => $\"\"\"{Shop.Flags.App.@On(\"b\")}\"\"\"; }\n#endif\n")]
    [InlineData(
        "class D\n{\n    int n = 0\n#if OTHER\n        + (Shop.Flags.App.On(\"b\") ? 1 : 0)\n#endif\n        ;\n}\n")]
    public async Task SLOW3006_a_flag_that_inactive_code_names_in_another_file_or_project_stays_in_the_schema(
        string inactive)
    {
        var shop = Shop(("Program.cs", Read), ("Other.cs", inactive));
        UserProject office =
            new("Office") { Code = new Dictionary<string, string> { ["Desk.cs"] = inactive }, References = ["Shop"] };
        foreach (UserSolution solution in (UserSolution[])[new(shop), new(Shop(("Program.cs", Read)), office)])
        {
            await solution.FixAllAsync(new RemoveFlag(), FixAllScope.Solution);

            Assert.Equal("namespace Shop; class C { bool M() => true; }", solution["/Shop/Program.cs"]);
            Assert.Contains("\"on\"", solution[Schema], StringComparison.Ordinal);
            solution.Dispose();
        }
    }

    [Fact]
    public async Task SLOW3006_a_flag_that_both_branches_of_an_if_name_stays_in_the_schema()
    {
        using UserSolution solution = new(Shop(("Program.cs", """
            namespace Shop;
            class C
            {
            #if OTHER
                bool M() => Flags.App.On("a");
            #else
                bool M() => Flags.App.On("b");
            #endif
            }
            """)));

        await solution.FixAllAsync(new RemoveFlag(), FixAllScope.Solution);

        Assert.Contains("bool M() => Flags.App.On(\"a\");\n#else\n    bool M() => true;", solution["/Shop/Program.cs"],
            StringComparison.Ordinal);
        Assert.Contains("\"on\"", solution[Schema], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$.GetFlag(\"features\", \"on\", false)")]
    [InlineData("Shop.App.Keys.On")]
    public async Task SLOW3006_a_file_that_two_projects_share_compiles_in_both(string other)
    {
        // The same file, of which each project compiles another half.
        var shared = $$"""
            namespace Shop;
            static class Shared
            {
                public static bool M(App flags)
                {
            #if OFFICE
                    System.Console.WriteLine({{other.Replace("$", "flags.Config", StringComparison.Ordinal)}});
            #else
                    System.Console.WriteLine(flags.On("a"));
            #endif
                    return flags.On("b");
                }
            }
            """;
        UserProject Sharing(string name, string symbols) => new(
            name,
            TestFile.Schema(RemoveFlagTest.Schema, "/shared/app.schema.json", ("Namespace", "Shop")),
            TestFile.Config(RemoveFlagTest.Config, "/shared/app.json"))
        {
            Code = new Dictionary<string, string> { ["/shared/Shared.cs"] = shared },
            Symbols = symbols,
        };
        using UserSolution solution = new(Sharing("Shop", "SHOP"), Sharing("Office", "OFFICE"));
        Assert.Empty(await solution.ErrorsAsync());

        await solution.FixAllAsync(new RemoveFlag(), FixAllScope.Solution);

        Assert.Contains("\"on\"", solution["/shared/app.schema.json"], StringComparison.Ordinal);
        Assert.Empty(await solution.ErrorsAsync());
        Assert.Contains("return true;", solution["/shared/Shared.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Shop/Home.razor", "<p>@Shop.Flags.App.On(\"a\")</p>", true)]
    [InlineData("/Shop/Index.cshtml", "@page\n@if (Shop.Flags.App.On(\"a\")) { }\n", true)]
    [InlineData("/Shop/Home.razor", "<p>@Shop.Flags.App.Off(\"a\")</p>", false)]
    [InlineData("/Shop/notes.txt", "On", false)]
    public async Task SLOW3006_a_flag_that_a_page_names_stays_in_the_schema_though_no_generator_has_read_the_page(
        string path, string text, bool stays)
    {
        var shop = Shop(("Program.cs", Read));
        using UserSolution solution = new(shop with { Files = [.. shop.Files, new(path, text)] });

        await solution.FixAllAsync(new RemoveFlag(), FixAllScope.Solution);

        Assert.Equal("namespace Shop; class C { bool M() => true; }", solution["/Shop/Program.cs"]);
        Assert.Equal(stays, solution[Schema].Contains("\"on\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SLOW3006_a_field_of_another_file_that_only_the_branch_used_causes_no_warning()
    {
        const string Program =
            "namespace Shop; partial class C { int M() { if (Flags.App.Off(\"a\")) return _old; return 1; } }";
        using UserSolution solution = new(Shop(
            ("Program.cs", Program),
            ("Fields.cs", "namespace Shop; partial class C { private readonly int _old = 5; }")));
        Assert.Empty(await solution.ErrorsAsync());

        await solution.FixAllAsync(new RemoveFlag(), FixAllScope.Solution);

        Assert.Empty(await solution.ErrorsAsync());
    }

    [Theory]
    [InlineData("var n = 1; if (Flags.App.Off(\"a\")) n = 2;\n#if OTHER\nreturn n;\n#endif\nreturn 0;")]
    [InlineData("var on = Flags.App.On(\"a\");\n#if OTHER\non = false;\n#endif\nif (on) return 1; return 2;")]
    [InlineData("int N() => 1; if (Flags.App.Off(\"a\")) return N();\n#if OTHER\nreturn N();\n#endif\nreturn 0;")]
    [InlineData("if (Flags.App.On(\"a\"))\n{\n#if OTHER\nreturn 1;\n#else\nreturn 2;\n#endif\n}\nreturn 3;")]
    [InlineData("#if OTHER\nif (Flags.App.On(\"a\"))\n#else\nif (Flags.App.Off(\"a\"))\n#endif\nreturn 1;\nreturn 2;")]
    [InlineData("switch (Flags.App.On(\"a\"))\n{\n#if OTHER\ncase false: return 1;\n#endif\ncase true: return "
        + "2;\n}\nreturn 3;")]
    [InlineData("return Flags.App.On(\"a\") switch\n{\n#if OTHER\nfalse => 1,\n#endif\ntrue => 2,\n_ => 3,\n};")]
    [InlineData("var x = Flags.App.On(\"a\") ? 1 : 2; return x is > 0 ? x :\n#if OTHER\n5;\n#else\n6;\n#endif\n")]
    [InlineData("for (var i = 0; Flags.App.Off(\"a\") && i < 3; i++)\n{\n#if OTHER\nreturn i;\n#endif\n}\nreturn 1;")]
    [InlineData("const bool Debug =\n#if OTHER\ntrue;\n#else\nfalse;\n#endif\nif (Flags.App.On(\"a\") && Debug) "
        + "return 1; return 2;")]
    public async Task SLOW3006_both_configurations_compile_as_they_did_without_a_new_warning(string statements)
    {
        var code = $"namespace Shop; class C\n{{\nint M()\n{{\n{statements}\n}}\n}}\n";
        var (active, other) = (await Warnings(code, ""), await Warnings(code, "OTHER"));
        using UserSolution solution = new(Shop(("Program.cs", code)));

        await solution.FixAllAsync(new RemoveFlag(), FixAllScope.Solution);

        var (rest, schema) = (solution["/Shop/Program.cs"], solution[Schema]);
        Assert.Empty((await Warnings(rest, "", schema)).Except(active));
        Assert.Empty((await Warnings(rest, "OTHER", schema)).Except(other));
    }

    private static async Task<IReadOnlyList<string>> Warnings(string code, string symbols, string? schema = null)
    {
        using UserSolution solution = new(RemoveFlagTest.Shop(code, schema: schema) with { Symbols = symbols });
        return [.. (await solution.ErrorsAsync())
            .Select(error => error.Substring(error.IndexOf("): ", StringComparison.Ordinal) + 3))];
    }

    private static UserProject Shop(params IReadOnlyList<(string Name, string Text)> code) =>
        RemoveFlagTest.Shop("namespace Shop;") with { Code = code.ToDictionary(file => file.Name, file => file.Text) };
}
