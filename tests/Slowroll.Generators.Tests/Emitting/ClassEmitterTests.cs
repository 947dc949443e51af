using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Emitting;

/// <summary>The expected files lie in a folder beside this one; SLOWROLL_ACCEPT=1 writes them anew, for the diff to be
/// read.</summary>
public class ClassEmitterTests
{
    private static readonly string Version = typeof(SlowrollGenerator).Assembly.GetName().Version!.ToString(3);

    // In the order in which the generator's outputs are registered.
    private static readonly string[] Printed =
        ["Acme.Web.AppFeatures.g.cs", "Acme.Web.AppFeatures-Types.g.cs", "Acme.Web.AppFeatures-Ambient.g.cs"];

    private static readonly Encoding WithoutByteOrderMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    [Fact]
    public Task A_small_schema_becomes_the_class_that_a_person_would_write() =>
        AssertSnapshot("Small", SampleSchemas.Small);

    [Fact]
    public Task A_rich_schema_becomes_the_class_that_a_person_would_write() =>
        AssertSnapshot("Rich", SampleSchemas.Rich);

    [Fact]
    public Task Enums_records_and_lists_become_the_types_that_a_person_would_write() =>
        AssertSnapshot("Typed", SampleSchemas.Typed);

    [Fact]
    public Task A_hostile_schema_becomes_a_class_without_hidden_code() =>
        AssertSnapshot("Hostile", SampleSchemas.Hostile);

    private static Task AssertSnapshot(string name, string schema, [CallerFilePath] string here = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(here)!, "Snapshots", name);
        var project = TestProject.WithSchema(schema);
        if (Environment.GetEnvironmentVariable("SLOWROLL_ACCEPT") is "1")
        {
            Accept(project, folder);
        }

        CSharpSourceGeneratorTest<SlowrollGenerator, DefaultVerifier> test =
            new() { CompilerDiagnostics = CompilerDiagnostics.Warnings };
        project.CopyTo(test);
        foreach (var file in Printed.Where(file => File.Exists(Path.Combine(folder, $"{file}.txt"))))
        {
            var text = File.ReadAllText(Path.Combine(folder, $"{file}.txt"))
                .Replace("<version>", Version, StringComparison.Ordinal);
            test.TestState.GeneratedSources.Add(
                (typeof(SlowrollGenerator), file, SourceText.From(text, WithoutByteOrderMark)));
        }

        return test.RunAsync();
    }

    private static void Accept(TestProject project, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach (var (name, text) in project.Generate())
        {
            File.WriteAllText(
                Path.Combine(folder, $"{name}.txt"),
                text.Replace($"\"{Version}\")]", "\"<version>\")]", StringComparison.Ordinal));
        }
    }
}
