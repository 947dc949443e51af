using Microsoft.CodeAnalysis;
using Slowroll.Generators.Tests.Compiling;
using Constant = Slowroll.Generators.Tests.CodeRules.CodeRuleTest<Slowroll.Generators.CodeRules.HashKeyAnalyzer, Microsoft.CodeAnalysis.Testing.EmptyCodeFixProvider>;
using MachineName = Slowroll.Generators.Tests.CodeRules.CodeRuleTest<Slowroll.Generators.CodeRules.HashKeyAnalyzer, Slowroll.CodeFixes.Code.UseHostKey>;

namespace Slowroll.Generators.Tests.CodeRules;

public class HashKeyAnalyzerTests
{
    [Theory]
    [InlineData("""Flags.AppFeatures.IsOn({|SLOW2006:"web"|});""")]
    [InlineData("""Flags.AppFeatures.IsOn({|SLOW2006:null|});""")]
    [InlineData("""Flags.AppFeatures.IsOn({|SLOW2006:null|}!);""")]
    [InlineData("""Flags.AppFeatures.IsOn({|SLOW2006:default(string)|});""")]
    [InlineData("""Flags.AppFeatures.Bytes(@event: {|SLOW2006:"web"|});""")]
    [InlineData("""const string Web = "web"; Flags.AppFeatures.IsOn({|SLOW2006:Web|});""")]
    [InlineData("""config.GetValue(host, host, {|SLOW2006:"web"|}, 5);""")]
    [InlineData("""config.GetValue(AppFeatures.Keys.IsOn, {|SLOW2006:"web"|});""")]
    [InlineData("""config.GetFlag(AppFeatures.Keys.IsOn).Evaluate({|SLOW2006:"web"|});""")]
    [InlineData("""Flags.AppFeatures.IsOn(new HashKey({|SLOW2006:"web"|}));""")]
    [InlineData("""HashKey key = new({|SLOW2006:"web"|}, Hashers.Sha1);""")]
    public Task SLOW2006_a_hash_key_that_is_the_same_for_everybody_is_reported(string marked) =>
        Constant.AssertReports(marked);

    [Theory]
    [InlineData("""Flags.AppFeatures.IsOn(host);""")]
    [InlineData("""Flags.AppFeatures.IsOn(HashKey.Host);""")]
    [InlineData("""Flags.AppFeatures.IsOn($"web-{host}");""")]
    [InlineData("""var web = "web"; Flags.AppFeatures.IsOn(web);""")]
    [InlineData("""config.Explain(host, host, "web");""")]
    [InlineData("""config.GetFlag(AppFeatures.Keys.IsOn).Explain("web");""")]
    [InlineData("""Equals("web");""")]
    public Task SLOW2006_keys_that_differ_and_explanations_are_left_alone(string code) => Constant.AssertReports(code);

    [Fact]
    public Task SLOW2006_is_reported_without_a_schema_too() => Constant.AssertReports(new TestProject()
    {
        Sources =
            ["""class Program { int Main(Slowroll.SlowrollConfig config) => config.GetValue("a", "b", {|SLOW2006:"web"|}, 5); }"""],
    });

    [Fact]
    public Task Methods_that_a_person_adds_to_the_class_are_not_checked() =>
        Constant.AssertReports(TestProject.WithSchema(SampleSchemas.Rich) with
        {
            Sources =
            [
                """
            namespace Acme.Web;

            partial class AppFeatures
            {
                public bool Has(string section) => section is "features";
                public bool Test() => Has("features");
            }
            """,
            ],
        });

    [Theory]
    [InlineData("""Flags.AppFeatures.IsOn({|SLOW2007:Environment.MachineName|});""")]
    [InlineData("""var name = Environment.MachineName; Flags.AppFeatures.IsOn({|SLOW2007:name|});""")]
    [InlineData("""config.GetValue(host, host, {|SLOW2007:System.Environment.MachineName|}, 5);""")]
    [InlineData("""config.Explain(host, host, {|SLOW2007:Environment.MachineName|});""")]
    [InlineData("""config.GetFlag(AppFeatures.Keys.IsOn).Evaluate({|SLOW2007:Environment.MachineName|});""")]
    [InlineData("""_ = new HashKey({|SLOW2007:Environment.MachineName|});""")]
    public Task SLOW2007_the_machine_name_as_a_hash_key_is_reported(string marked) => MachineName.AssertReports(marked);

    [Fact]
    public Task SLOW2007_follows_a_readonly_field_and_a_static_using() => MachineName.AssertReports("""
        using static System.Environment;

        class Program
        {
            private static readonly string Name = MachineName;

            bool Main() => Acme.Web.Flags.AppFeatures.IsOn({|SLOW2007:Name|});
        }
        """);

    [Theory]
    [InlineData("""var name = Environment.MachineName; Console.WriteLine(name);""")]
    [InlineData("""var name = Environment.MachineName; name = host; Flags.AppFeatures.IsOn(name);""")]
    [InlineData("""Flags.AppFeatures.IsOn(Environment.UserName);""")]
    public Task SLOW2007_other_uses_of_it_are_left_alone(string code) => MachineName.AssertReports(code);

    [Theory]
    [InlineData("""Flags.AppFeatures.IsOn({|SLOW2007:Environment.MachineName|});""",
        """Flags.AppFeatures.IsOn(HashKey.Host);""")]
    [InlineData("""config.GetValue(host, host, {|SLOW2007:Environment.MachineName|}, 5);""",
        """config.GetValue(host, host, HashKey.Host, 5);""")]
    [InlineData("""config.GetFlag(AppFeatures.Keys.IsOn).Explain({|SLOW2007:Environment.MachineName|});""",
        """config.GetFlag(AppFeatures.Keys.IsOn).Explain(HashKey.Host);""")]
    [InlineData("""Flags.AppFeatures.Explain(AppFeatures.Keys.IsOn, {|SLOW2007:Environment.MachineName|});""",
        """Flags.AppFeatures.Explain(AppFeatures.Keys.IsOn, HashKey.Host);""")]
    [InlineData("""config.Explain(AppFeatures.Keys.IsOn, {|SLOW2007:Environment.MachineName|});""",
        """config.Explain(AppFeatures.Keys.IsOn, HashKey.Host);""")]
    [InlineData("""config.Explain(host, host, {|SLOW2007:Environment.MachineName|});""",
        """config.Explain(host, host, HashKey.Host);""")]
    [InlineData("""_ = new HashKey({|SLOW2007:Environment.MachineName|});""", """_ = HashKey.Host;""")]
    [InlineData("""HashKey key = new({|SLOW2007:Environment.MachineName|}, Hashers.Sha1);""",
        """HashKey key = new(HashKey.Host.Value, Hashers.Sha1);""")]
    [InlineData(
        """Flags.AppFeatures.IsOn({|SLOW2007:Environment.MachineName|}); Flags.AppFeatures.Count({|SLOW2007:Environment.MachineName|});""",
        """Flags.AppFeatures.IsOn(HashKey.Host); Flags.AppFeatures.Count(HashKey.Host);""")]
    public Task The_fix_writes_the_hosts_hash_key(string marked, string fixedCode) =>
        MachineName.AssertFixes(marked, fixedCode);

    [Theory]
    [InlineData("""_ = new HashKey(/* this one */ {|SLOW2007:Environment.MachineName|});""")]
    [InlineData("""Flags.AppFeatures.IsOn({|SLOW2007:Environment /* this one */ .MachineName|});""")]
    public Task A_fix_that_would_lose_a_comment_is_not_offered(string marked) =>
        MachineName.AssertFixes(marked, marked);

    [Theory]
    [InlineData("default", DiagnosticSeverity.Warning)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    public Task The_severity_of_SLOW2006_follows_the_editorconfig(string configured, DiagnosticSeverity severity) =>
        Constant.AssertSeverity("""Flags.AppFeatures.IsOn({|SLOW2006:"web"|});""", configured, severity);

    [Theory]
    [InlineData("default", DiagnosticSeverity.Warning)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    public Task The_severity_of_SLOW2007_follows_the_editorconfig(string configured, DiagnosticSeverity severity) =>
        MachineName.AssertSeverity(
            """Flags.AppFeatures.IsOn({|SLOW2007:Environment.MachineName|});""", configured, severity);
}
