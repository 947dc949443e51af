using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Slowroll.CodeFixes.Removal;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.Tests.Removal;

public class RemoveFlagTests
{
    private const string Schema = "/Shop/app.schema.json";

    [Fact]
    public async Task SLOW3006_the_fix_says_what_everybody_has()
    {
        using UserSolution solution = new(RemoveFlagTest.Shop(""));

        Assert.Equal(
            [
                "Remove banner: everybody has new App.Types.Banner { Text = \"b\" }",
                "Remove count: everybody has -5",
                "Remove off: everybody has false",
                "Remove on: everybody has true",
                "Remove price: everybody has -2.5m",
                "Remove ratio: everybody has -1.5d",
                "Remove regions: everybody has System.Array.AsReadOnly(new string[] { \"eu\", \"us\" })",
                "Remove size: everybody has -5000000000L",
                "Remove theme: everybody has App.Types.Theme.Dark",
                "Remove title: everybody has \"new\"",
            ],
            (await solution.OfferedAsync(new RemoveFlag())).Select(action => action.Title).Order());
    }

    [Fact]
    public async Task SLOW3006_after_the_code_the_schema_loses_the_flag()
    {
        using UserSolution solution =
            new(RemoveFlagTest.Shop("namespace Shop; class C { bool M() => Flags.App.On(\"a\"); }"));

        await FixAsync(solution, "on");

        Assert.Equal("namespace Shop; class C { bool M() => true; }", solution["/Shop/Program.cs"]);
        Assert.Equal(RemoveFlagTest.Schema.Replace(
            "        \"on\": { \"$ref\": \"slowroll.schema.json#/$defs/boolean\" },\n",
            "",
            StringComparison.Ordinal), solution[Schema]);
        Assert.Empty(await solution.ErrorsAsync());
    }

    [Theory]
    [InlineData("var key = App.Keys.On;")]
    [InlineData("App.Fixed(new() { On = false });")]
    [InlineData("Func<string, bool> ask = Flags.App.On;")]
    [InlineData("Flags.App.Config.GetValue(\"features\", \"on\", \"a\", false);")]
    [InlineData("var name = nameof(App.On);")]
    [InlineData("var on = (object?)null is App flags && flags?.On(\"a\") == true;")]
    public async Task SLOW3006_while_anything_names_the_flag_the_schema_keeps_it(string statement)
    {
        var code = $$"""
            using System;
            namespace Shop;
            class C
            {
                void M()
                {
                    Flags.App.On("b");
                    {{statement}}
                }
            }
            """;
        using UserSolution solution = new(RemoveFlagTest.Shop(code));
        Assert.DoesNotContain(await solution.ErrorsAsync(), error => error.Contains("error", StringComparison.Ordinal));

        await FixAsync(solution, "on");

        Assert.Contains(statement, solution["/Shop/Program.cs"], StringComparison.Ordinal);
        Assert.Equal(RemoveFlagTest.Schema, solution[Schema]);
    }

    [Fact]
    public async Task SLOW3006_where_nothing_can_be_done_nothing_is_offered()
    {
        using UserSolution solution = new(RemoveFlagTest.Shop("class C { object M() => Shop.App.Keys.On; }"));

        Assert.DoesNotContain(
            await solution.OfferedAsync(new RemoveFlag()),
            action => action.Title.StartsWith("Remove on:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SLOW3006_a_used_type_of_the_flag_keeps_it_in_the_schema()
    {
        using UserSolution solution =
            new(RemoveFlagTest.Shop("namespace Shop; class C { object M() => Flags.App.Theme(\"a\"); }"));

        await FixAsync(solution, "theme");

        Assert.Equal("namespace Shop; class C { object M() => App.Types.Theme.Dark; }", solution["/Shop/Program.cs"]);
        Assert.Equal(RemoveFlagTest.Schema, solution[Schema]);
    }

    [Fact]
    public async Task SLOW3006_a_flag_of_a_public_class_is_removed_in_the_projects_that_use_it()
    {
        var library = RemoveFlagTest
            .Shop("namespace Shop; public static class Asks { public static bool On => Flags.App.On(\"a\"); }") with
        {
            Files = [TestFile.Schema(RemoveFlagTest.Schema, Schema, ("Visibility", "public")), TestFile
                .Config(RemoveFlagTest.Config, "/Shop/app.json")],
        };
        UserProject office = new("Office")
        {
            Code = new Dictionary<string, string>
            {
                ["Desk.cs"] =
                "class Desk { int M(Shop.App flags) { if (flags.On(\"a\")) return 1; return 2; } }"
            },
            References = ["Shop"],
        };
        using UserSolution solution = new(library, office);
        Assert.Empty(await solution.ErrorsAsync());

        await FixAsync(solution, "on");

        Assert.Equal("class Desk { int M(Shop.App flags) { return 1; } }", solution["/Office/Desk.cs"]);
        Assert.DoesNotContain("\"on\"", solution[Schema], StringComparison.Ordinal);
        Assert.Empty(await solution.ErrorsAsync());
    }

    [Fact]
    public async Task SLOW3006_a_class_of_the_same_name_with_another_schema_is_not_meant()
    {
        UserProject other = new("Other", TestFile.Schema(RemoveFlagTest.Schema, "/Other/app.schema.json"))
        {
            Code = new Dictionary<string, string>
            {
                ["C.cs"] =
                "namespace Other; class C { bool M() => Flags.App.On(\"a\"); }"
            },
        };
        using UserSolution solution =
            new(RemoveFlagTest.Shop("namespace Shop; class C { bool M() => Flags.App.On(\"a\"); }"), other);

        await FixAsync(solution, "on");

        Assert.Equal("namespace Other; class C { bool M() => Flags.App.On(\"a\"); }", solution["/Other/C.cs"]);
        Assert.DoesNotContain("\"on\"", solution[Schema], StringComparison.Ordinal);
        Assert.Empty(await solution.ErrorsAsync());
    }

    [Fact]
    public async Task SLOW3006_a_flag_of_a_shared_schema_is_removed_in_both_projects()
    {
        UserProject Sharing(string name) => new(name, TestFile.Schema(RemoveFlagTest.Schema, "/shared/app.schema.json"),
            TestFile.Config(RemoveFlagTest.Config, "/shared/app.json"))
        {
            Code = new Dictionary<string, string>
            {
                ["C.cs"] =
                $"namespace {name}; class C {{ bool M() => Flags.App.On(\"a\"); }}"
            },
        };
        using UserSolution solution = new(Sharing("Shop"), Sharing("Office"));

        await FixAsync(solution, "on");

        Assert.Contains("=> true", solution["/Office/C.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("\"on\"", solution["/shared/app.schema.json"], StringComparison.Ordinal);
        Assert.Empty(await solution.ErrorsAsync());
    }

    [Theory]
    [InlineData("""{ "stable": false, "new": true, "end_time": "2040-03-15 00:00Z", "duration": "14d" }""")]
    [InlineData("""{ "stable": false }""")]
    [InlineData("""{ "new": true }""")]
    public async Task SLOW3006_configs_that_do_not_agree_have_no_fix(string staging)
    {
        var shop = RemoveFlagTest.Shop("");
        using UserSolution solution = new(shop with
        {
            Files = [.. shop.Files, TestFile
                .Config($$"""{ "features": { "on": {{staging}} } }""", "/Shop/app.staging.json")],
        });

        Assert.DoesNotContain(
            await solution.OfferedAsync(new RemoveFlag()),
            action => action.Title.StartsWith("Remove on:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SLOW3006_configs_that_agree_have_a_fix()
    {
        var shop = RemoveFlagTest.Shop("");
        using UserSolution solution = new(shop with
        {
            Files = [.. shop.Files, TestFile
                .Config("""{ "features": { "on": { "stable": true } } }""", "/Shop/app.staging.json")],
        });

        Assert.Contains(
            await solution.OfferedAsync(new RemoveFlag()),
            action => action.Title.StartsWith("Remove on:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SLOW3006_all_flags_go_at_once()
    {
        using UserSolution solution = new(RemoveFlagTest.Shop(
            "namespace Shop; class C { int M(App flags, string a) { if (flags.On(a) && flags.Title(a) == \"new\" && "
                + "flags.Theme(a) == App.Types.Theme.Dark && !flags.Off(a)) return 1; return 2; } }"));

        await solution.FixAllAsync(new RemoveFlag(), FixAllScope.Solution);

        Assert.Equal("namespace Shop; class C { int M(App flags, string a) { return 1; } }",
            solution["/Shop/Program.cs"]);
        Assert.Equal(["running"], Slowroll.Schemas.Reading.SchemaReader
            .Read(solution[Schema], new() { FileName = "", Namespace = "", Name = "App", IsPublic = false })
            .Model!.Flags.Select(flag => flag.Key));
        Assert.Empty(await solution.ErrorsAsync());
    }

    [Fact]
    public async Task SLOW3006_is_reported_where_code_asks_too()
    {
        const string Code =
            "namespace Shop; class C { bool M(App flags) => Flags.App.On(\"a\") && flags.Running(\"a\"); }";
        using UserSolution solution = new(RemoveFlagTest.Shop(Code));

        var told = Assert.Single(await solution.FindAsync(), diagnostic => diagnostic.Location.IsInSource);

        Assert.Equal((DriftRules.Finished.Id, DiagnosticSeverity.Info), (told.Id, told.Severity));
        Assert.Equal("Flags.App.On(\"a\")",
            Code.Substring(told.Location.SourceSpan.Start, told.Location.SourceSpan.Length));
        Assert.StartsWith(
            "The rollout of flag 'features.on' finished on 2030-03-15: everybody has 'new'",
            told.GetMessage(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task SLOW3006_is_not_reported_in_code_as_long_as_configs_do_not_agree()
    {
        var shop = RemoveFlagTest.Shop("namespace Shop; class C { bool M() => Flags.App.On(\"a\"); }");
        using UserSolution solution = new(shop with
        {
            Files = [.. shop.Files, TestFile
                .Config("""{ "features": { "on": { "stable": false } } }""", "/Shop/app.staging.json")],
        });

        Assert.DoesNotContain(await solution.FindAsync(), diagnostic => diagnostic.Location.IsInSource);
    }

    [Fact]
    public async Task SLOW3006_the_fix_is_offered_where_code_asks()
    {
        using UserSolution solution =
            new(RemoveFlagTest.Shop("namespace Shop; class C { bool M() => Flags.App.On(\"a\"); }"));
        var asked = (await solution.FindAsync()).Single(diagnostic => diagnostic.Location.IsInSource);

        await solution.ApplyAsync(Assert.Single(await solution.OfferedAsync(new RemoveFlag(), asked)));

        Assert.Equal("namespace Shop; class C { bool M() => true; }", solution["/Shop/Program.cs"]);
    }

    [Fact]
    public async Task SLOW3006_only_the_flags_that_a_file_asks_are_removed()
    {
        var shop = RemoveFlagTest.Shop("namespace Shop; class C { bool M() => Flags.App.On(\"a\"); }");
        using UserSolution solution = new(shop with
        {
            Code = new Dictionary<string, string>(shop.Code)
            {
                ["Other.cs"] =
                "namespace Shop; class D { bool M() => Flags.App.Off(\"a\"); bool N() => Flags.App.On(\"b\"); }"
            },
        });

        await solution.FixAllAsync(new RemoveFlag(), "/Shop/Program.cs");

        Assert.Equal("namespace Shop; class C { bool M() => true; }", solution["/Shop/Program.cs"]);
        Assert.Equal("namespace Shop; class D { bool M() => Flags.App.Off(\"a\"); bool N() => true; }",
            solution["/Shop/Other.cs"]);
        Assert.Contains("\"off\"", solution[Schema], StringComparison.Ordinal);
    }

    private static async Task FixAsync(UserSolution solution, string key) => await solution.ApplyAsync(
        (await solution.OfferedAsync(new RemoveFlag())).First(
            action => action.Title.StartsWith($"Remove {key}:", StringComparison.Ordinal)));
}
