using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Splitting;

namespace Slowroll.Generators.Pipeline;

/// <summary>An optimisation for editors: of a large schema, only the excerpt that has changed is read again, the
/// compiler remembers the others. Without this step all schemas would be read the same way, only slower after an
/// edit.</summary>
/// <remarks>A schema is cut into excerpts (<see cref="SchemaSplitter"/>), each is read for itself, and the readings are
/// joined. What is small, has a mistake, or can't be cut is read as a whole by the step that follows.</remarks>
internal static class LargeSchemas
{
    /// <summary>Each file with the model that its excerpts have together; null where it has to be read as a
    /// whole.</summary>
    public static IncrementalValuesProvider<(SchemaFile File, SchemaModel? Model)> WithModelsOfLargeOnes(
        this IncrementalValuesProvider<SchemaFile> files)
    {
        var excerpts = files
            .SelectMany(Split)
            .WithTrackingName(StepNames.Excerpts)
            .Select((each, _) => (each.Path, Reading: ExcerptReading.Read(each.Excerpt, each.Class)))
            .WithTrackingName(StepNames.ExcerptReadings);
        return files
            .Combine(excerpts.Collect())
            .Select((pair, _) => (File: pair.Left, Readings: new EquatableArray<ExcerptReading>(
                [.. pair.Right.Where(each => each.Path == pair.Left.File.Path).Select(each => each.Reading)])))
            .WithTrackingName(StepNames.JoinedReadings)
            .Select((file, _) => (file.File, ExcerptReading.Join(file.Readings)));
    }

    private static IEnumerable<FileExcerpt> Split(SchemaFile file, CancellationToken cancellationToken) =>
        file.Class is { } schemaClass
        && file.File.GetText(cancellationToken) is { } text
        && text.ToString() is var whole
        && TextEncoding.FaultOf(whole, text.Encoding) is null
            ? SchemaSplitter.Split(whole).Select(excerpt => new FileExcerpt(file.File.Path, schemaClass, excerpt))
            : [];

    private sealed record FileExcerpt(string Path, SchemaClass Class, SchemaExcerpt Excerpt);
}
