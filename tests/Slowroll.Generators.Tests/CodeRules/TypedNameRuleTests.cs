using Microsoft.CodeAnalysis;
using Slowroll.Generators.CodeRules;
using Slowroll.Generators.Tests.Compiling;
using Test = Slowroll.Generators.Tests.CodeRules.CodeRuleTest<Slowroll.Generators.CodeRules.FlagUseAnalyzer, Slowroll.CodeFixes.Code.UseTypedName>;

namespace Slowroll.Generators.Tests.CodeRules;

public class TypedNameRuleTests
{
    [Theory]
    [InlineData("""config.{|SLOW2003:GetValue|}("features", "is_on", host, false);""")]
    [InlineData("""config.{|SLOW2003:GetValue<bool>|}("features", "is_on", host, false);""")]
    [InlineData("""config?.{|SLOW2003:GetValue|}("features", "is_on", host, false);""")]
    [InlineData("""config.{|SLOW2003:GetFlag|}("features", "is_on", false);""")]
    [InlineData("""config.GetFlag({|SLOW2003:new FlagKey<bool>("features", "is_on", false)|});""")]
    [InlineData("""new SlowrollOptions().Locks[{|SLOW2003:new("features", "is_on")|}] = Side.New;""")]
    [InlineData("""config.{|SLOW2003:GetValue|}("limits", "starts_at", host, DateTimeOffset.MinValue);""")]
    [InlineData("""config.{|SLOW2003:GetValue|}("features", "title", host, host);""")]
    public Task SLOW2003_plain_names_of_a_known_flag_are_reported(string marked) => Test.AssertReports(marked);

    [Theory]
    [InlineData("""Flags.AppFeatures.IsOn(host);""")]
    [InlineData("""config.GetFlag(AppFeatures.Keys.IsOn);""")]
    [InlineData("""config.GetValue("features", host, host, false);""")]
    [InlineData("""config.GetValue("features", "is_onn", host, false);""")]
    [InlineData("""config.GetValue("features", "is_on", host, true);""")]
    [InlineData("""config.GetValue("features", "is_on", host, 5);""")]
    [InlineData("""config.GetValue<bool?>("features", "is_on", host, false);""")]
    [InlineData("""config.GetValue<System.Text.Json.JsonElement>("features", "is_on", host, default);""")]
    [InlineData("""config.Explain("features", "is_on", host);""")]
    public Task SLOW2003_typed_names_and_what_another_rule_reports_are_not_reported(string code) =>
        Test.AssertReports(code);

    [Fact]
    public Task SLOW2003_a_flag_of_two_schemas_could_be_either() => Test.AssertReports(new TestProject(
        TestFile.Schema(SampleSchemas.Small, "/app/one.schema.json"),
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
                    config.GetValue("features", "install_to_opt_foo", host, false);
                    two.Config.{|SLOW2003:GetValue|}("features", "install_to_opt_foo", host, false);
                }
            }
            """,
        ],
    });

    [Fact]
    public async Task A_message_names_what_to_write() => Assert.Equal(
        [
            "Flag 'features.count' has a typed name: AppFeatures.Keys.Count",
            "Flag 'features.count' has a typed name: AppFeatures.Count(userId)",
        ],
        await (TestProject.WithSchema(SampleSchemas.Rich) with
        {
            Sources =
            [
                """
                class Program
                {
                    object One(Slowroll.SlowrollConfig config) => config.GetFlag("features", "count", -5);
                    object Two(Slowroll.SlowrollConfig config, string user) => config.GetValue("features", "count", user, -5);
                }
                """,
            ],
        }).AnalyzeCode(new FlagUseAnalyzer()));

    [Theory]
    [InlineData("""config.{|SLOW2003:GetValue|}("features", "is_on", host, false);""",
        """new AppFeatures(config).IsOn(host);""")]
    [InlineData("""var on = !config.{|SLOW2003:GetValue<bool>|}("features", "is_on", host + "x", false) /* yet */;""",
        """var on = !new AppFeatures(config).IsOn(host + "x") /* yet */;""")]
    [InlineData("""config.{|SLOW2003:GetValue|}(defaultValue: -5, hashKey: host, key: "count", section: "features");""",
        """new AppFeatures(config).Count(host);""")]
    [InlineData("""Flags.AppFeatures.Config.{|SLOW2003:GetValue|}("features", "is_on", host, false);""",
        """Flags.AppFeatures.IsOn(host);""")]
    [InlineData("""config.{|SLOW2003:GetFlag|}("features", "is_on", false).Explain(host);""",
        """config.GetFlag(AppFeatures.Keys.IsOn).Explain(host);""")]
    [InlineData("""config?.{|SLOW2003:GetFlag<bool>|}("features", "is_on", false).Explain(host);""",
        """config?.GetFlag(AppFeatures.Keys.IsOn).Explain(host);""")]
    [InlineData("""config.GetFlag({|SLOW2003:new FlagKey<bool>("features", "is_on", false)|});""",
        """config.GetFlag(AppFeatures.Keys.IsOn);""")]
    [InlineData("""new SlowrollOptions().Locks[{|SLOW2003:new("features", "is_on")|}] = Side.New;""",
        """new SlowrollOptions().Locks[AppFeatures.Keys.IsOn.Name] = Side.New;""")]
    [InlineData(
        """_ = config.{|SLOW2003:GetValue|}("features", "is_on", host, false) || config.{|SLOW2003:GetValue|}("features", "count", host, -5) > 0;""",
        """_ = new AppFeatures(config).IsOn(host) || new AppFeatures(config).Count(host) > 0;""")]
    public Task The_fix_writes_the_typed_name_over_the_same_config(string marked, string fixedCode) =>
        Test.AssertFixes(marked, fixedCode);

    [Theory]
    [InlineData("""config.{|SLOW2003:GetValue|}("features", "is_on", host, false);""",
        """Flags.AppFeatures.IsOn(host);""")]
    [InlineData(
        """_ = config.{|SLOW2003:GetValue|}("features", "is_on", host, false) || config.{|SLOW2003:GetValue|}("features", "count", host, -5) > 0;""",
        """_ = Flags.AppFeatures.IsOn(host) || Flags.AppFeatures.Count(host) > 0;""")]
    public Task A_second_fix_asks_the_flags_of_the_program(string marked, string fixedCode) =>
        Test.AssertFixes(marked, fixedCode, way: 1);

    [Fact]
    public Task The_fix_adds_a_missing_using() => Test.AssertFixesFile(
        """
        using Slowroll;

        class Program
        {
            object Main(SlowrollConfig config) => config.{|SLOW2003:GetFlag|}("features", "is_on", false);
        }
        """,
        """
        using Acme.Web;
        using Slowroll;

        class Program
        {
            object Main(SlowrollConfig config) => config.GetFlag(AppFeatures.Keys.IsOn);
        }
        """);

    [Theory]
    [InlineData("""config.{|SLOW2003:GetValue|}("limits", "starts_at", host, DateTimeOffset.MinValue);""")]
    [InlineData("""config.{|SLOW2003:GetValue|}("features", "title", host, host);""")]
    [InlineData("""config?.{|SLOW2003:GetValue|}("features", "is_on", host, false);""")]
    public Task Where_the_answer_might_change_a_person_must_decide(string marked) => Test.AssertFixes(marked, marked);

    [Theory]
    [InlineData("""config.{|SLOW2003:GetValue|}("features", /* why */ "is_on", host, false);""")]
    [InlineData("""config.{|SLOW2003:GetValue|}("features", "is_on", host /* who */, false /* why */);""")]
    [InlineData("config.{|SLOW2003:GetValue|}(\"features\", // the section\n\"is_on\", host, false);")]
    [InlineData("config.{|SLOW2003:GetValue|}(\n\"features\",\n#if "
        + "!NEVER\n\"is_on\",\n#else\n\"is_off\",\n#endif\nhost, false);")]
    [InlineData("config.{|SLOW2003:GetValue|}(\n\"features\",\n#pragma warning disable CA1303\n\"is_on\",\n#pragma "
        + "warning restore CA1303\nhost, false);")]
    [InlineData("config.{|SLOW2003:GetValue|}(\n\"features\",\n\"is_on\",\n#region who\nhost,\n#endregion\nfalse);")]
    [InlineData("config\n// the whole program's\n.{|SLOW2003:GetValue|}(\"features\", \"is_on\", host, false);")]
    [InlineData("""config.{|SLOW2003:GetFlag|}("features", "is_on" /* why */, false);""")]
    [InlineData("""config.GetFlag({|SLOW2003:new FlagKey<bool>("features", "is_on", /* why */ false)|});""")]
    [InlineData("new SlowrollOptions().Locks[{|SLOW2003:new(\"features\",\n// why\n\"is_on\")|}] = Side.New;")]
    public Task A_fix_that_would_lose_a_comment_or_a_directive_is_not_offered(string marked) =>
        Test.AssertFixes(marked, marked);

    [Theory]
    [InlineData("""_ = /* a */ config.{|SLOW2003:GetValue|}("features", "is_on", host, false) /* b */; // c""",
        """_ = /* a */ new AppFeatures(config).IsOn(host) /* b */; // c""")]
    [InlineData("""config.{|SLOW2003:GetValue|}("features", "is_on", host /* who */, false);""",
        """new AppFeatures(config).IsOn(host /* who */);""")]
    [InlineData("""config.{|SLOW2003:GetValue|}("features", "is_on", host + /* who */ "x", false);""",
        """new AppFeatures(config).IsOn(host + /* who */ "x");""")]
    public Task Comments_around_it_and_in_the_hash_key_are_kept(string marked, string fixedCode) =>
        Test.AssertFixes(marked, fixedCode);

    [Theory]
    [InlineData("default", DiagnosticSeverity.Info)]
    [InlineData("error", DiagnosticSeverity.Error)]
    public Task The_severity_follows_the_editorconfig(string configured, DiagnosticSeverity severity) =>
        Test.AssertSeverity(
            """config.{|SLOW2003:GetValue|}("features", "is_on", host, false);""", configured, severity);
}
