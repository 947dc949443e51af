using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Reading;

namespace Slowroll.Generators.Pipeline;

/// <summary>What became of the schemas' texts: generator and analyzers ask one after the other, and each text is read once.</summary>
internal static class KnownReadings
{
    // A text is the same object until somebody edits it, whatever happens to the code.
    private static readonly ConditionalWeakTable<SourceText, Known> ByText = new();

    public static SchemaReading Of(SourceText text, SchemaClass schemaClass)
    {
        var known = ByText.GetValue(text, text => new(schemaClass, SchemaReader.Read(text.ToString(), schemaClass, text.Encoding)));
        return known.Class == schemaClass ? known.Reading : SchemaReader.Read(text.ToString(), schemaClass, text.Encoding); // the project file says something else since
    }

    private sealed record Known(SchemaClass Class, SchemaReading Reading);
}
