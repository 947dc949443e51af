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
        var models = context
            .SchemaFiles()
            .Models()
            .DistinctModels();

        context.RegisterSourceOutput(models.ClassParts(), (output, part) => ClassEmitter.Emit(part).AddTo(output));
        context.RegisterSourceOutput(models.Classes(), (output, schemaClass) => AmbientEmitter.Emit(schemaClass).AddTo(output));
    }
}
