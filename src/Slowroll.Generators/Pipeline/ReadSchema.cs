using Slowroll.Schemas.Model;
using Slowroll.Schemas.Reading;

namespace Slowroll.Generators.Pipeline;

/// <summary>A schema file, and what became of its text.</summary>
/// <param name="File">The file.</param>
/// <param name="Reading">What it says; null if it has no text, or makes no class.</param>
internal sealed record ReadSchema(SchemaFile File, SchemaReading? Reading)
{
    public static ReadSchema Of(SchemaFile file, CancellationToken cancellationToken) => new(
        file,
        file.Class is { } schemaClass && file.File.GetText(cancellationToken) is { } text
            ? KnownReadings.Of(text, schemaClass)
            : null);

    /// <summary>Everything that is wrong with it.</summary>
    /// <param name="before">The schemas that the project lists before it.</param>
    public IEnumerable<SchemaProblem> Problems(IEnumerable<SchemaFile> before)
    {
        if (File.Class is not { } schemaClass)
        {
            return [AboutTheItem(SchemaRules.NoIdentifier, $"\"{File.WantedName}\"", "give the SlowrollSchema item a ClassName in PascalCase")];
        }

        IEnumerable<SchemaProblem> problems = Reading?.Problems ?? default;
        return before.FirstOrDefault(other => other.MakesTheClassOf(File)) is { Class: { } first }
            ? problems.Prepend(AboutTheItem(SchemaRules.ClassCollision, first.FileName, schemaClass.FileName, schemaClass.FullName))
            : problems;
    }

    // The project file says it, which has no place here: the schema's first character stands for the whole.
    private static SchemaProblem AboutTheItem(string ruleId, params string[] arguments) => new(ruleId, default, new(arguments));
}
