using System.Text.Json;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Generators.Tests.Promises;

namespace Slowroll.Generators.Tests.Surviving;

public class HostileNamesTests
{
    private static readonly string[] Taken =
    [
        "equals", "get_type", "to_string", "get_hash_code", "memberwise_clone", "finalize", "reference_equals",
        "open_async",
        "config", "freeze", "defaults", "fixed", "keys", "values", "explain", "current", "dispose", "dispose_async",
        "app_features",
    ];

    private static readonly string[] Odd =
    [
        "class", "event", "namespace", "record", "var", "await", "2fa", "9", "a.b-c d/e", "value", "flags",
        "system", "slowroll",
        "global", "task", "get_config", "flag", "nameof", "new",
    ];

    // Emoji, right to left, of no width, made of two characters.
    private static readonly string[] Foreign =
        ["über", "漢字", "fox🦊", "\u202Ertl", "zero\u200Bwidth", "half\u200D\uFEFFspace", "e\u0301tat", "שלום", "सीमा",
            "ǆ"];

    [Fact]
    public void Survive_74_every_odd_key_compiles() =>
        CompilingTests.AssertCompiles(TestProject.WithSchema(SchemaOf(Odd)));

    [Fact]
    public void Survive_75_every_foreign_key_compiles_and_hides_nothing()
    {
        var project = TestProject.WithSchema(SchemaOf(Foreign));

        CompilingTests.AssertCompiles(project);
        Assert.All(project.Generate().Values, HostileTextTests.AssertNothingHidden);
    }

    [Fact]
    public void Survive_74_a_key_that_names_one_of_our_own_members_gets_the_suffix_Flag()
    {
        var project = TestProject.WithSchema(SchemaOf(Taken));

        CompilingTests.AssertCompiles(project);
        var text = project.Generate()["Acme.Web.AppFeatures.g.cs"];
        Assert.All(Taken,
            key => Assert.Contains($" {Pascal(key)}Flag(string hashKey)", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("class")]
    [InlineData("config")]
    [InlineData("keys")]
    [InlineData("2nd")]
    [InlineData("Default")]
    public void Survive_74_every_odd_hash_key_compiles(string hashKey) => CompilingTests.AssertCompiles(
        TestProject.WithSchema(SampleSchemas.Small.Replace("\"host\"", $"\"{hashKey}\"", StringComparison.Ordinal)));

    private static string SchemaOf(string[] keys) => SampleSchemas.WithMembers(string.Join(",\n", keys.Select(key =>
        $$"""
        {{JsonSerializer.Serialize(key)}}: { "$ref": "slowroll.schema.json#/$defs/boolean" }
        """)));

    private static string Pascal(string key) =>
        string.Concat(key.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
