using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Pipeline;

/// <summary>The steps from the project's files to the generated files. From the models on, all are compared by
/// value.</summary>
internal static class PipelineSteps
{
    public static IncrementalValuesProvider<SchemaFile> SchemaFiles(
        this IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, _) => SchemaFile.From(pair.Left, pair.Right)!)
            .Where(file => file is not null)
            .WithTrackingName(StepNames.SchemaFiles);

    public static IncrementalValuesProvider<SchemaFileReading> ReadSchemas(
        this IncrementalValuesProvider<SchemaFile> files) => files
        .WithModelsOfLargeOnes()
        .Select((file, cancellationToken) => file.Model is null
            ? SchemaFileReading.Of(file.File, cancellationToken)
            : new SchemaFileReading(file.File, file.Model, default))
        .WithTrackingName(StepNames.SchemaReadings);

    public static IncrementalValuesProvider<SchemaReport> Reports(
        this IncrementalValuesProvider<SchemaFileReading> schemas) => schemas
        .Collect()
        .SelectMany((all, cancellationToken) => SchemaReport.Of(all, cancellationToken))
        .WithTrackingName(StepNames.Reports);

    public static IncrementalValuesProvider<SchemaModel> Models(
        this IncrementalValuesProvider<SchemaFileReading> schemas) => schemas
        .Select((schema, _) => schema.Model!)
        .Where(model => model is not null)
        .WithTrackingName(StepNames.Models);

    // Two files with one name would stop the generator; the second schema is reported.
    public static IncrementalValuesProvider<SchemaModel> DistinctModels(
        this IncrementalValuesProvider<SchemaModel> models) => models
        .Collect()
        .SelectMany((all, _) => WithoutDoubles(all))
        .WithTrackingName(StepNames.DistinctModels);

    /// <summary>What generated code needs to know of the rest of the project.</summary>
    public static IncrementalValueProvider<ProjectContext> ProjectContext(
        this IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<SchemaModel> models) =>
        context.CompilationProvider
            .Combine(models.Select((model, _) => model.Class).Collect())
            .Select((pair, _) => Pipeline.ProjectContext.Of(pair.Left, pair.Right))
            .WithTrackingName(StepNames.ProjectContext);

    // Nothing is generated that wouldn't compile.
    public static IncrementalValuesProvider<SchemaModel> ModelsWithFreeNames(
        this IncrementalValuesProvider<SchemaModel> models, IncrementalValueProvider<ProjectContext> projectContext) =>
            models
            .Combine(projectContext)
            .Where(pair => pair.Right.HasFreeName(pair.Left.Class, NameUse.Class))
            .Select((pair, _) => pair.Right.IsClsCompliant && pair.Left.Class.IsPublic
                ? pair.Left with { Class = pair.Left.Class with { DeniesClsCompliance = true } }
                : pair.Left)
            .WithTrackingName(StepNames.ModelsWithFreeNames);

    public static IncrementalValuesProvider<SchemaClass> WithFreeName(
        this IncrementalValuesProvider<SchemaClass> classes, NameUse part,
        IncrementalValueProvider<ProjectContext> projectContext) => classes
        .Combine(projectContext)
        .Where(pair => pair.Right.HasFreeName(pair.Left, part))
        .Select((pair, _) => pair.Left);

    public static IncrementalValuesProvider<SchemaReport> ClashReports(
        this IncrementalValuesProvider<SchemaFileReading> schemas,
        IncrementalValueProvider<ProjectContext> projectContext) => schemas
        .Where(schema => schema.Model is not null)
        .Select((schema, _) => (schema.File.File.Path, Name: schema.Model!.Class.FullName))
        .Combine(projectContext)
        .SelectMany((pair, _) => pair.Right.Clashes
            .Where(clash => clash.ClassName == pair.Left.Name)
            .Select(clash => new SchemaReport(pair.Left.Path, clash.ToProblem(), default)))
        .WithTrackingName(StepNames.ClashReports);

    public static IncrementalValuesProvider<FlagBatch> FlagBatches(
        this IncrementalValuesProvider<SchemaModel> models) => models
        .SelectMany((model, _) => FlagBatch.Split(model))
        .WithTrackingName(StepNames.FlagBatches);

    public static IncrementalValuesProvider<ClassTypes> ClassTypes(
        this IncrementalValuesProvider<SchemaModel> models) => models
        .Where(model => model.Types.Count > 0)
        .Select((model, _) => new ClassTypes(model.Class, model.Types))
        .WithTrackingName(StepNames.ClassTypes);

    public static IncrementalValuesProvider<SchemaClass> Classes(this IncrementalValuesProvider<SchemaModel> models) =>
        models
            .Select((model, _) => model.Class)
            .WithTrackingName(StepNames.Classes);

    // Only a bool of the compilation is passed on: else each edit would run the later steps.
    public static IncrementalValueProvider<bool> HasHosting(this IncrementalGeneratorInitializationContext context) =>
        context.CompilationProvider
            .Select((compilation, _) => compilation.GetTypeByMetadataName("Slowroll.SlowrollServices") is not null)
            .WithTrackingName(StepNames.HasHosting);

    public static IncrementalValuesProvider<SchemaClass> HostedClasses(
        this IncrementalValuesProvider<SchemaClass> classes, IncrementalValueProvider<bool> hasHosting) => classes
        .Combine(hasHosting)
        .Where(pair => pair.Right)
        .Select((pair, _) => pair.Left)
        .WithTrackingName(StepNames.HostedClasses);

    // File names that differ only in case are one file to the compiler.
    private static IEnumerable<SchemaModel> WithoutDoubles(ImmutableArray<SchemaModel> models)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach (var model in models.Where(model => !taken.Overlaps(model.Class.TakenNames)))
        {
            taken.UnionWith(model.Class.TakenNames);
            yield return model;
        }
    }
}
