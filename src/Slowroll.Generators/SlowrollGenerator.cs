using Microsoft.CodeAnalysis;
using Slowroll.Generators.Emitting;
using Slowroll.Generators.Pipeline;

namespace Slowroll.Generators;

/// <summary>Turns every schema of a project into a typed class.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SlowrollGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var schemas = context
            .SchemaFiles()
            .ReadSchemas();
        var distinct = schemas
            .Models()
            .DistinctModels();
        var projectContext = context.ProjectContext(distinct);
        var models = distinct.ModelsWithFreeNames(projectContext);

        var classes = models.Classes();
        var ambient = classes.WithFreeName(NameUse.Ambient, projectContext);
        var hosted = classes.HostedClasses(context.HasHosting()).WithFreeName(NameUse.Services, projectContext);

        context.RegisterSourceOutput(
            schemas.Reports(), (output, report) => output.ReportDiagnostic(report.ToDiagnostic()));
        context.RegisterSourceOutput(
            schemas.ClashReports(projectContext), (output, report) => output.ReportDiagnostic(report.ToDiagnostic()));
        context.RegisterSourceOutput(models.FlagBatches(), (output, part) => ClassEmitter.Emit(part).AddTo(output));
        context.RegisterSourceOutput(models.ClassTypes(), (output, types) => TypesEmitter.Emit(types).AddTo(output));
        context.RegisterSourceOutput(ambient, (output, schemaClass) => AmbientEmitter.Emit(schemaClass).AddTo(output));
        context.RegisterSourceOutput(hosted, (output, schemaClass) => ServicesEmitter.Emit(schemaClass).AddTo(output));
    }
}
