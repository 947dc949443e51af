using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;
using Slowroll.Schemas.Splitting;

namespace Slowroll.Generators.Pipeline;

/// <summary>A schema file, and what became of its text.</summary>
/// <param name="File">The file.</param>
/// <param name="Model">The class; null if it has no text, or makes none.</param>
/// <param name="Faults">What is wrong inside it.</param>
internal sealed record ReadSchema(SchemaFile File, SchemaModel? Model, EquatableArray<SchemaProblem> Faults)
{
    public static ReadSchema Of(SchemaFile file, CancellationToken cancellationToken) =>
        file.Class is { } schemaClass && file.File.GetText(cancellationToken) is { } text && KnownReadings.Of(text, schemaClass) is var reading
            ? new(file, reading.Model, reading.Problems)
            : new(file, null, default);

    /// <summary>The same from the readings of its parts; read as a whole where they are none, or can't be joined.</summary>
    public static ReadSchema Of(SchemaFile file, EquatableArray<PartReading> parts, CancellationToken cancellationToken) =>
        PartReading.Join(parts) is { } model ? new(file, model, default) : Of(file, cancellationToken);

    /// <summary>Everything that is wrong with it.</summary>
    /// <param name="before">The schemas that the project lists before it.</param>
    public IEnumerable<SchemaProblem> Problems(IEnumerable<SchemaFile> before)
    {
        if (File.Class is not { } schemaClass)
        {
            return [AboutTheItem(SchemaRules.NoIdentifier, MessageText.Quote(File.WantedName), "give the SlowrollSchema item a ClassName in PascalCase")];
        }

        foreach (var other in before)
        {
            if (File.NameTakenBy(other) is { } name)
            {
                return Faults.Prepend(AboutTheItem(SchemaRules.ClassCollision, MessageText.Of(other.Class!.FileName), MessageText.Of(schemaClass.FileName), MessageText.Of(name)));
            }
        }

        // Not shown: it may have a password in it.
        return File.HasOddUrl
            ? Faults.Prepend(AboutTheItem(SchemaRules.NotASlowrollSchema, "the Url of its SlowrollSchema item is no http or https address; write it like https://example.com/app_features.json"))
            : Faults;
    }

    // The project file says it, which has no place here: the schema's first character stands for the whole.
    private static SchemaProblem AboutTheItem(Rule rule, params string[] arguments) => new(rule, default, new(arguments));
}
