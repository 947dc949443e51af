using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Splitting;

namespace Slowroll.Generators.Pipeline;

/// <summary>A part of a large schema, which can be read without the others.</summary>
/// <param name="Path">The schema's path.</param>
/// <param name="Class">The class.</param>
/// <param name="Part">The part.</param>
internal sealed record FilePart(string Path, SchemaClass Class, SchemaPart Part)
{
    public static IEnumerable<FilePart> Split(SchemaFile file, CancellationToken cancellationToken) =>
        file.Class is { } schemaClass
        && file.File.GetText(cancellationToken) is { } text
        && text.ToString() is var whole
        && TextEncoding.FaultOf(whole, text.Encoding) is null
            ? SchemaSplitter.Split(whole).Select(part => new FilePart(file.File.Path, schemaClass, part))
            : [];
}
