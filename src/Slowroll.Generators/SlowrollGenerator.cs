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
        var surroundings = context.Surroundings(distinct);
        var models = distinct.PlacedModels(surroundings);

        var classes = models.Classes();
        var ambient = classes.WithRoomFor(NameUse.Ambient, surroundings);
        var hosted = classes.HostedClasses(context.HasHosting()).WithRoomFor(NameUse.Services, surroundings);

        context.RegisterSourceOutput(schemas.Reports(), (output, report) => output.ReportDiagnostic(report.ToDiagnostic()));
        context.RegisterSourceOutput(schemas.ClashReports(surroundings), (output, report) => output.ReportDiagnostic(report.ToDiagnostic()));
        context.RegisterSourceOutput(models.FlagBatches(), (output, part) => ClassEmitter.Emit(part).AddTo(output));
        context.RegisterSourceOutput(models.ClassTypes(), (output, types) => TypesEmitter.Emit(types).AddTo(output));
        context.RegisterSourceOutput(ambient, (output, schemaClass) => AmbientEmitter.Emit(schemaClass).AddTo(output));
        context.RegisterSourceOutput(hosted, (output, schemaClass) => ServicesEmitter.Emit(schemaClass).AddTo(output));
    }
}
