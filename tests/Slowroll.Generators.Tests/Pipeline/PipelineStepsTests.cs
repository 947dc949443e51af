using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Slowroll.Generators.Pipeline;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Pipeline;

public class PipelineStepsTests
{
    private static readonly TestFile One = TestFile.Schema(SampleSchemas.WithFlags(250), "/app/one.schema.json");
    private static readonly TestFile Two = TestFile.Schema(SampleSchemas.Small, "/app/two.schema.json");
    private static readonly TestFile Three = TestFile.Schema(SampleSchemas.Typed, "/app/three.schema.json");
    private static readonly TestProject Project = new(One, Two, Three)
    {
        Sources = ["class Program;"],
        References = [.. Runtime.References, .. Runtime.Hosting],
    };

    [Fact]
    public void Survive_81_an_unrelated_edit_hits_every_cached_step()
    {
        var project = Project with
        {
            Files = [.. Project.Files, TestFile.Schema("{", "/app/broken.schema.json"), TestFile.Schema(
                SampleSchemas.WithFlags(1000), "/app/large.schema.json"),
                TestFile.Schema(SampleSchemas.Small, "/app/clash.schema.json", ("Namespace", "Acme.Web.Large"))],
        };
        var compilation = project.Compilation();
        var driver = project.Driver().RunGenerators(compilation);

        var edited = compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees.Single(),
            CSharpSyntaxTree.ParseText("class Other;", new(LanguageVersion.CSharp12)));
        var steps = driver.RunGenerators(edited).GetRunResult().Results.Single();

        Assert.Equal(StepNames.All.Order(), steps.TrackedSteps.Keys.Intersect(StepNames.All).Order());
        Assert.All(
            steps.TrackedSteps.Where(step => step.Key != "Compilation")
                .Concat(steps.TrackedOutputSteps)
                .SelectMany(step => step.Value)
                .SelectMany(run => run.Outputs),
            output => Assert.Contains(output.Reason, Kept));
    }

    [Fact]
    public void An_edit_of_one_schema_reads_that_schema_only() => AssertReasons(
        Replacing(Two, TestFile.Schema(SampleSchemas.Small.Replace("opt_foo", "opt_bar"), Two.Path)),
        (StepNames.Models, "Cached, Modified, Cached"),
        (StepNames.DistinctModels, "Unchanged, Modified, Unchanged"),
        (StepNames.FlagBatches, "Cached, Cached, Cached, Modified, Cached"),
        (StepNames.Classes, "Cached, Unchanged, Cached"));

    [Fact]
    public void A_changed_default_prints_only_the_part_that_holds_it() => AssertReasons(
        Replacing(One, TestFile.Schema(SampleSchemas.WithFlags(250, changed: "true"), One.Path)),
        (StepNames.Models, "Modified, Cached, Cached"),
        (StepNames.FlagBatches, "Unchanged, Modified, Unchanged, Cached, Cached"),
        (StepNames.Classes, "Unchanged, Cached, Cached"));

    [Fact]
    public void A_changed_default_of_a_large_schema_reads_only_the_flags_around_it()
    {
        var old = TestFile.Schema(SampleSchemas.WithFlags(1000), "/app/large.schema.json");
        var compilation = Project.Compilation();
        var driver = (Project with { Files = [old, Two] }).Driver().RunGenerators(compilation);

        var run = driver
            .ReplaceAdditionalText(old, TestFile.Schema(SampleSchemas.WithFlags(1000, changed: "true"), old.Path))
            .RunGenerators(compilation)
            .GetRunResult()
            .Results.Single();

        Assert.Single(Reasons(run, StepNames.ExcerptReadings), IncrementalStepRunReason.Modified);
        Assert.All(Reasons(run, StepNames.ExcerptReadings).Where(reason => reason != IncrementalStepRunReason.Modified),
            reason => Assert.Contains(reason, Kept));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached],
            Reasons(run, StepNames.Models));
        Assert.Single(Reasons(run, StepNames.FlagBatches), IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void Moving_a_line_prints_nothing() => AssertReasons(
        Replacing(Two, TestFile.Schema("\n\n// moved\n" + SampleSchemas.Small, Two.Path)),
        (StepNames.Models, "Cached, Cached, Cached"),
        (StepNames.DistinctModels, "Cached, Cached, Cached"),
        (StepNames.FlagBatches, "Cached, Cached, Cached, Cached, Cached"),
        (StepNames.Classes, "Cached, Cached, Cached"));

    [Fact]
    public void A_changed_flag_does_not_print_the_types_again() => AssertReasons(
        Replacing(Three, TestFile.Schema(SampleSchemas.Typed.Replace("on top", "at the top"), Three.Path)),
        (StepNames.FlagBatches, "Cached, Cached, Cached, Cached, Modified"),
        (StepNames.ClassTypes, "Unchanged"));

    private static readonly IncrementalStepRunReason[] Kept =
        [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    private static GeneratorRunResult Replacing(TestFile old, TestFile @new)
    {
        var compilation = Project.Compilation();
        return Project.Driver()
            .RunGenerators(compilation)
            .ReplaceAdditionalText(old, @new)
            .RunGenerators(compilation)
            .GetRunResult()
            .Results.Single();
    }

    private static void AssertReasons(GeneratorRunResult run, params (string Step, string Reasons)[] expected) =>
        Assert.All(
            expected,
            step => Assert.Equal(
                step.Reasons,
                string.Join(", ", Reasons(run, step.Step))));

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult run, string step) =>
        run.TrackedSteps[step].SelectMany(tracked => tracked.Outputs).Select(output => output.Reason);
}
