using Microsoft.CodeAnalysis;
using Slowroll.Generators.CodeRules;
using Slowroll.Generators.Tests.Compiling;
using Test = Slowroll.Generators.Tests.CodeRules.CodeRuleTest<Slowroll.Generators.CodeRules.FlagUseAnalyzer, Slowroll.CodeFixes.Code.UseNearestName>;

namespace Slowroll.Generators.Tests.CodeRules;

public class FlagNameRuleTests
{
    [Theory]
    [InlineData("""config.GetValue({|SLOW2001:"feature"|}, "is_on", host, false);""")]
    [InlineData("""config.GetValue("features", {|SLOW2001:"is_onn"|}, host, false);""")]
    [InlineData(
        """config.GetValue(key: {|SLOW2001:"is_onn"|}, section: "features", defaultValue: false, hashKey: host);""")]
    [InlineData("""config?.GetValue("features", {|SLOW2001:"is_onn"|}, host, false);""")]
    [InlineData("""config.GetFlag("features", {|SLOW2001:"is_onn"|}, false);""")]
    [InlineData("""config.GetFlag(new FlagKey<bool>("features", {|SLOW2001:"is_onn"|}, false));""")]
    [InlineData("""config.Explain("features", {|SLOW2001:"is_onn"|}, host);""")]
    [InlineData("""new SlowrollOptions().Locks[new FlagName("features", {|SLOW2001:"is_onn"|})] = Side.New;""")]
    [InlineData("""new SlowrollOptions().Locks[new("features", {|SLOW2001:"is_onn"|})] = Side.New;""")]
    [InlineData("""Flags.AppFeatures.Config.GetValue("features", {|SLOW2001:"is_onn"|}, host, false);""")]
    public Task SLOW2001_a_name_that_no_schema_has_is_reported(string marked) => Test.AssertReports(marked);

    [Theory]
    [InlineData("""const string Key = "is_onn"; config.GetValue("features", {|SLOW2001:Key|}, host, false);""")]
    [InlineData("""const string Key = "is"; config.GetValue("features", {|SLOW2001:$"{Key}_onn"|}, host, false);""")]
    [InlineData("""config.GetValue("features", {|SLOW2001:nameof(host)|}, host, false);""")]
    [InlineData("""config.GetValue("features", {|SLOW2001:"is" + "_onn"|}, host, false);""")]
    [InlineData("""var key = "is_onn"; config.GetValue("features", {|SLOW2001:key|}, host, false);""")]
    public Task SLOW2001_constants_and_locals_that_are_set_once_are_followed(string marked) =>
        Test.AssertReports(marked);

    [Theory]
    [InlineData("const string Key = \"is_onn\";", true)]
    [InlineData("static readonly string Key = \"is_onn\";", true)]
    [InlineData("readonly string Key = \"is_onn\";", true)]
    [InlineData("static readonly string Key = Other; const string Other = \"is_onn\";", true)]
    [InlineData("static readonly string Key = Other; static readonly string Other = Key;", false)]
    [InlineData("readonly string Key = \"is_onn\"; public Program(string key) => Key = key;", false)]
    [InlineData("static string Key = \"is_onn\";", false)]
    [InlineData("static readonly string Key = Environment.NewLine;", false)]
    [InlineData("string Key => \"is_onn\";", false)]
    public Task SLOW2001_fields_that_only_their_initializer_sets_are_followed(string field, bool isFollowed) =>
        Test.AssertReports($$"""
        using System;
        using Slowroll;

        class Program
        {
            {{field}}

            bool Main(SlowrollConfig config, string host) => config.GetValue("features", {{(isFollowed ? "{|SLOW2001:Key|}" : "Key")}}, host, false);
        }
        """);

    [Fact]
    public Task SLOW2001_fields_of_another_file_are_followed() =>
        Test.AssertReports(TestProject.WithSchema(Test.Schema) with
        {
            Sources =
            [
                """
            class Program
            {
                bool Main(Slowroll.SlowrollConfig config) => config.GetValue(Names.Section, {|SLOW2001:Names.Key|}, "", false);
            }
            """,
                "static class Names { public const string Section = \"features\"; public static readonly string Key = "
                    + "\"is_onn\"; }",
            ],
        });

    [Theory]
    [InlineData("""config.GetValue("features", "is_on", host, false);""")]
    [InlineData("""config.GetValue(host, "is_onn", host, false);""")]
    [InlineData("""config.GetValue("features", host, host, false);""")]
    [InlineData(
        """var key = "is_onn"; if (host is "") key = "is_on"; config.GetValue("features", key, host, false);""")]
    [InlineData("""var key = "is_onn"; Action set = () => key += ""; config.GetValue("features", key, host, false);""")]
    [InlineData("""var key = "is_onn"; (key, _) = (host, host); config.GetValue("features", key, host, false);""")]
    [InlineData(
        """var key = "is_onn"; Set(out key); config.GetValue("features", key, host, false); void Set(out string it) => it = host;""")]
    [InlineData("""config.GetFlag(AppFeatures.Keys.IsOn);""")]
    [InlineData("""new FlagName();""")]
    [InlineData("""new Program().GetValue("x", "y", host, 5);""")]
    public Task SLOW2001_known_flags_and_names_of_the_running_program_are_not_reported(string code) =>
        Test.AssertReports(
            code.Contains("Program", StringComparison.Ordinal)
                ? $$"""class Program { void GetValue(string a, string b, string c, int d) { } void Main(string host) { {{code}} } }"""
                : code);

    [Fact]
    public Task Nothing_is_reported_without_a_schema() => Test.AssertReports(new TestProject()
    {
        Sources =
            ["""class Program { bool Main(Slowroll.SlowrollConfig config, string host) => config.GetValue("features", "is_onn", host, false); }"""],
    });

    [Fact]
    public Task Nothing_is_reported_while_a_schema_has_a_mistake_that_costs_it_flags() => Test.AssertReports(
        TestProject.WithSchema(SampleSchemas.WithMembers("\"is_onn\": { \"type\": \"boolean\" }, \"is_on\": { "
            + "\"$ref\": \"slowroll.schema.json#/$defs/boolean\" }")) with
        {
            Sources =
                ["""class Program { bool Main(Slowroll.SlowrollConfig config, string host) => config.GetValue("features", "is_onn", host, false); }"""],
        });

    [Fact]
    public Task A_flag_of_any_schema_is_found_but_a_class_has_only_its_own() => Test.AssertReports(new TestProject(
        TestFile.Schema(SampleSchemas.Rich, "/app/one.schema.json"),
        TestFile.Schema(SampleSchemas.Small, "/app/two.schema.json"))
    {
        Sources =
        [
            """
            using Acme.Web;
            class Program
            {
                void Main(Slowroll.SlowrollConfig config, string host, Two two)
                {
                    config.Explain("features", "is_on", host);
                    config.Explain("features", "install_to_opt_foo", host);
                    two.Config.Explain("features", "install_to_opt_foo", host);
                    two.Config.Explain("features", {|SLOW2001:"is_on"|}, host);
                }
            }
            """,
        ],
    });

    [Fact]
    public async Task A_message_names_similar_names_or_what_to_do()
    {
        var found = await (TestProject.WithSchema(SampleSchemas.Rich) with
        {
            Sources =
            [
                """
                class Program
                {
                    void Main(Slowroll.SlowrollConfig config, string host)
                    {
                        config.Explain("feature", "is_on", host);
                        config.Explain("features", "is_of", host);
                        config.Explain("features", "quite_another", host);
                    }
                }
                """,
            ],
        }).AnalyzeCode(new FlagUseAnalyzer());

        Assert.Equal(
            [
                "Section 'feature' is in no schema of this project; did you mean 'features'?",
                "Flag 'features.is_of' is in no schema of this project; did you mean 'is_on'?",
                "Flag 'features.quite_another' is in no schema of this project; correct the name, or add it to "
                    + "the schema",
            ],
            found);
    }

    [Theory]
    [InlineData("""config.GetValue({|SLOW2001:"feature"|}, "is_on", host, false);""",
        """config.GetValue("features", "is_on", host, false);""")]
    [InlineData("""config.Explain("features", /* this */ {|SLOW2001:"is_onn"|}, host);""",
        """config.Explain("features", /* this */ "is_on", host);""")]
    [InlineData(
        """config.Explain("features", {|SLOW2001:"cuont"|}, host); config.Explain({|SLOW2001:nameof(feature)|}, "count", host); void feature() { }""",
        """config.Explain("features", "count", host); config.Explain("features", "count", host); void feature() { }""")]
    public Task The_fix_writes_the_nearest_name(string marked, string fixedCode) => Test.AssertFixes(marked, fixedCode);

    [Theory]
    [InlineData("""config.GetValue({|SLOW2001:"fea" + /* one */ "ture"|}, "is_on", host, false);""")]
    public Task A_fix_that_would_lose_a_comment_is_not_offered(string marked) => Test.AssertFixes(marked, marked);

    [Theory]
    [InlineData("default", DiagnosticSeverity.Error)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    public Task The_severity_follows_the_editorconfig(string configured, DiagnosticSeverity severity) =>
        Test.AssertSeverity("""config.Explain("features", {|SLOW2001:"is_onn"|}, host);""", configured, severity);
}
