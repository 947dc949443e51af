using Slowroll.Schemas.Model;
using Slowroll.Schemas.Reading;
using Slowroll.Schemas.Splitting;

namespace Slowroll.Generators.Pipeline;

/// <summary>What the parts of a schema say.</summary>
/// <param name="File">The schema.</param>
/// <param name="Parts">Each of its parts.</param>
internal sealed record FileReading(SchemaFile File, EquatableArray<PartReading> Parts)
{
    public SchemaModel? ToModel(CancellationToken cancellationToken) => Parts switch
    {
        [] => null,
        [var only] => only.Model,
        _ => PartReading.Join(Parts) ?? SchemaReader.Read($"{File.File.GetText(cancellationToken)}", File.Class!).Model,
    };
}
