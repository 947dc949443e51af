using Microsoft.CodeAnalysis;
using Slowroll.Generators.CodeRules;
using Slowroll.Generators.Tests.Compiling;
using Test = Slowroll.Generators.Tests.CodeRules.CodeRuleTest<Slowroll.Generators.CodeRules.FlagUseAnalyzer, Slowroll.CodeFixes.Code.UseSchemaDefault>;

namespace Slowroll.Generators.Tests.CodeRules;

public class FlagDefaultRuleTests
{
    [Theory]
    [InlineData("""config.GetValue("features", "is_on", host, {|SLOW2005:true|});""")]
    [InlineData(
        """config.GetValue(defaultValue: {|SLOW2005:true|}, section: "features", key: "is_on", hashKey: host);""")]
    [InlineData("""config.GetValue("features", "title", host, {|SLOW2005:"bye"|});""")]
    [InlineData("""config.GetValue("features", "count", host, {|SLOW2005:5|});""")]
    [InlineData("""config.GetValue<double>("features", "ratio", host, {|SLOW2005:1|});""")]
    [InlineData("""config.GetValue("limits", "bytes", host, {|SLOW2005:9007199254740992|});""")]
    [InlineData("""config.GetValue("limits", "price", host, {|SLOW2005:0.01m|});""")]
    [InlineData("""config.GetValue<int?>("limits", "quota", host, {|SLOW2005:null|});""")]
    [InlineData("""config.GetValue<int?>("limits", "quota", host, {|SLOW2005:4|});""")]
    [InlineData("""config.GetValue<string?>("limits", "nickname", host, {|SLOW2005:""|});""")]
    [InlineData("""const int Five = 5; config.GetFlag("features", "count", {|SLOW2005:Five|});""")]
    [InlineData("""new FlagKey<bool>("features", "is_on", {|SLOW2005:true|});""")]
    [InlineData("""FlagKey<bool> key = new("features", "is_on", {|SLOW2005:true|});""")]
    public Task SLOW2005_a_default_that_is_not_the_schemas_is_reported(string marked) => Test.AssertReports(marked);

    [Theory]
    [InlineData("""config.GetValue("features", "is_on", host, false);""")]
    [InlineData("""config.GetValue<bool>("features", "is_on", host, default);""")]
    [InlineData("""config.GetValue("features", "title", host, "say \"hi\"");""")]
    [InlineData("""config.GetValue("features", "count", host, -5);""")]
    [InlineData("""config.GetValue("features", "ratio", host, 0.0015);""")]
    [InlineData("""config.GetValue("limits", "bytes", host, 9007199254740993);""")]
    [InlineData("""config.GetValue("limits", "price", host, 0.0m);""")]
    [InlineData("""config.GetValue<int?>("limits", "quota", host, 3);""")]
    [InlineData("""config.GetValue<string?>("limits", "nickname", host, null);""")]
    [InlineData("""config.GetValue("features", "title", host, host);""")]
    [InlineData("""config.GetValue("limits", "starts_at", host, DateTimeOffset.MinValue);""")]
    [InlineData("""config.GetValue<System.Text.Json.JsonElement>("features", "anything", host, default);""")]
    [InlineData("""config.GetValue<System.Text.Json.JsonElement>("features", "nothing", host, default);""")]
    public Task SLOW2005_the_schemas_default_and_unknown_defaults_are_not_reported(string code) =>
        Test.AssertReports(code);

    [Fact]
    public async Task A_message_names_both_defaults() => Assert.Equal(
        ["The default of flag 'features.count' is -5 in its schema, here it is 7"],
        await (TestProject.WithSchema(SampleSchemas.Rich) with
        {
            Sources = ["class Program { object Main(Slowroll.SlowrollConfig config) => config.GetFlag(\"features\", "
                + "\"count\", 7); }"],
        }).AnalyzeCode(new FlagUseAnalyzer()));

    [Theory]
    [InlineData("""config.GetValue("features", "is_on", host, /* at first */ {|SLOW2005:true|});""",
        """config.GetValue("features", "is_on", host, /* at first */ false);""")]
    [InlineData("""config.GetFlag("features", "title", {|SLOW2005:"bye"|});""",
        """config.GetFlag("features", "title", "say \"hi\"");""")]
    [InlineData("""config.GetValue<int?>("limits", "quota", host, {|SLOW2005:null|});""",
        """config.GetValue<int?>("limits", "quota", host, 3);""")]
    [InlineData("""config.GetValue<string?>("limits", "nickname", host, {|SLOW2005:""|});""",
        """config.GetValue<string?>("limits", "nickname", host, null);""")]
    [InlineData(
        """config.GetFlag("features", "count", {|SLOW2005:1|}); config.GetFlag("limits", "bytes", {|SLOW2005:1L|});""",
        """config.GetFlag("features", "count", -5); config.GetFlag("limits", "bytes", 9007199254740993L);""")]
    public Task The_fix_writes_the_schemas_default(string marked, string fixedCode) =>
        Test.AssertFixes(marked, fixedCode);

    [Theory]
    [InlineData("""config.GetValue("features", "count", host, {|SLOW2005:1 + /* one more */ 1|});""")]
    public Task A_fix_that_would_lose_a_comment_is_not_offered(string marked) => Test.AssertFixes(marked, marked);

    [Theory]
    [InlineData("default", DiagnosticSeverity.Warning)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    public Task The_severity_follows_the_editorconfig(string configured, DiagnosticSeverity severity) =>
        Test.AssertSeverity("""config.GetValue("features", "is_on", host, {|SLOW2005:true|});""", configured, severity);
}
