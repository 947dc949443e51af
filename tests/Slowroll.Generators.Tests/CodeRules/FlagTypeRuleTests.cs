using Microsoft.CodeAnalysis;
using Slowroll.Generators.CodeRules;
using Slowroll.Generators.Tests.Compiling;
using Test = Slowroll.Generators.Tests.CodeRules.CodeRuleTest<Slowroll.Generators.CodeRules.FlagUseAnalyzer, Slowroll.CodeFixes.Code.UseSchemaType>;

namespace Slowroll.Generators.Tests.CodeRules;

public class FlagTypeRuleTests
{
    [Theory]
    [InlineData("""config.GetValue<{|SLOW2002:int|}>("features", "is_on", host, 0);""")]
    [InlineData("""config.GetValue("features", "is_on", host, {|SLOW2002:0|});""")]
    [InlineData("""config.GetValue("features", "count", host, {|SLOW2002:"5"|});""")]
    [InlineData("""config.GetValue<{|SLOW2002:object|}>("features", "count", host, 5);""")]
    [InlineData("""config.GetValue<{|SLOW2002:long|}>("features", "count", host, 5);""")]
    [InlineData("""config.GetValue<{|SLOW2002:int|}>("limits", "quota", host, 3);""")]
    [InlineData("""config.GetFlag<{|SLOW2002:DateTime|}>("limits", "starts_at", default);""")]
    [InlineData("""config.GetFlag(new FlagKey<{|SLOW2002:int|}>("features", "is_on", 0));""")]
    [InlineData("""config.GetFlag(new Slowroll.FlagKey<{|SLOW2002:int|}>("features", "is_on", 0));""")]
    [InlineData("""FlagKey<int> key = new("features", "is_on", {|SLOW2002:0|});""")]
    public Task SLOW2002_a_type_that_is_not_the_flags_is_reported(string marked) => Test.AssertReports(marked);

    [Theory]
    [InlineData("""config.GetValue<bool>("features", "is_on", host, false);""")]
    [InlineData("""config.GetValue<bool?>("features", "is_on", host, null);""")]
    [InlineData("""config.GetValue<int?>("limits", "quota", host, 3);""")]
    [InlineData("""config.GetValue<string?>("features", "title", host, null);""")]
    [InlineData("""config.GetValue<string>("limits", "nickname", host, "");""")]
    [InlineData("""config.GetValue<System.Text.Json.JsonElement>("features", "is_on", host, default);""")]
    [InlineData("""config.GetValue<System.Text.Json.JsonElement>("features", "anything", host, default);""")]
    [InlineData("""config.GetValue("limits", "starts_at", host, DateTimeOffset.MinValue);""")]
    [InlineData("""config.GetValue("limits", "home", host, new Uri("https://example.com/"));""")]
    [InlineData("""config.GetValue(host, "is_on", host, 0);""")]
    [InlineData("""T Ask<T>(T other) => config.GetValue("features", "is_on", host, other);""")]
    public Task SLOW2002_types_that_read_the_flag_and_unknown_types_are_not_reported(string code) =>
        Test.AssertReports(code);

    [Fact]
    public async Task A_message_names_both_types() => Assert.Equal(
        ["Flag 'limits.starts_at' is DateTimeOffset in its schema, not DateTime"],
        await (TestProject.WithSchema(SampleSchemas.Rich) with
        {
            Sources = ["class Program { object Main(Slowroll.SlowrollConfig config) => config.GetFlag(\"limits\", "
                + "\"starts_at\", System.DateTime.MinValue); }"],
        }).AnalyzeCode(new FlagUseAnalyzer()));

    [Theory]
    [InlineData("""config.GetValue<{|SLOW2002:int|}>("features", "is_on", host, 0);""",
        """config.GetValue<bool>("features", "is_on", host, false);""")]
    [InlineData("""config.GetValue("features", "is_on", host, {|SLOW2002:0|});""",
        """config.GetValue("features", "is_on", host, false);""")]
    [InlineData("""config.GetValue("limits", "nickname", host, {|SLOW2002:0|});""",
        """config.GetValue<string>("limits", "nickname", host, null);""")]
    [InlineData("""config.GetValue("limits", "quota", host, {|SLOW2002:false|});""",
        """config.GetValue<int?>("limits", "quota", host, 3);""")]
    [InlineData("""config.GetFlag(defaultValue: {|SLOW2002:5|}, key: "is_on", section: "features");""",
        """config.GetFlag(defaultValue: false, key: "is_on", section: "features");""")]
    [InlineData("""config?.GetFlag<{|SLOW2002:DateTime|}>("limits", "day", default);""",
        """config?.GetFlag<DateOnly>("limits", "day", new DateOnly(2025, 1, 31));""")]
    [InlineData("""new FlagKey<{|SLOW2002:string|}>("limits", "bytes", "");""",
        """new FlagKey<long>("limits", "bytes", 9007199254740993L);""")]
    [InlineData(
        """config.GetValue("features", "is_on", host, {|SLOW2002:0|}); config.GetValue("features", "ratio", host, {|SLOW2002:0|});""",
        """config.GetValue("features", "is_on", host, false); config.GetValue("features", "ratio", host, 1.5e-3d);""")]
    [InlineData(
        "config.GetValue(\n\"features\",\n#pragma warning disable CA1303\n\"is_on\",\n#pragma warning restore "
            + "CA1303\nhost, {|SLOW2002:0|});",
        "config.GetValue(\n\"features\",\n#pragma warning disable CA1303\n\"is_on\",\n#pragma warning restore "
            + "CA1303\nhost, false);")]
    public Task The_fix_asks_in_the_flags_type(string marked, string fixedCode) => Test.AssertFixes(marked, fixedCode);

    [Theory]
    [InlineData("""config.GetValue("features", "is_on", host, {|SLOW2002:1 + /* one more */ 1|});""")]
    [InlineData("""config.GetFlag<{|SLOW2002:System /* the clock's */ .DateTime|}>("limits", "day", default);""")]
    public Task A_fix_that_would_lose_a_comment_is_not_offered(string marked) => Test.AssertFixes(marked, marked);

    [Theory]
    [InlineData("default", DiagnosticSeverity.Error)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    public Task The_severity_follows_the_editorconfig(string configured, DiagnosticSeverity severity) =>
        Test.AssertSeverity(
            """config.GetValue<{|SLOW2002:int|}>("features", "is_on", host, 0);""", configured, severity);
}
