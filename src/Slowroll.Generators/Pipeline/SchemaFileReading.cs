using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Reading;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.Pipeline;

/// <summary>A schema file, and what reading it gave.</summary>
/// <param name="File">The file.</param>
/// <param name="Model">The class; null if the file has no text, or makes no class.</param>
/// <param name="ProblemsInText">What is wrong in its text.</param>
internal sealed record SchemaFileReading(
    SchemaFile File, SchemaModel? Model, EquatableArray<SchemaProblem> ProblemsInText)
{
    /// <summary>The readings of texts; each text is read once.</summary>
    public static readonly PerText<SchemaClass, SchemaReading> Texts =
        new((text, schemaClass) => SchemaReader.Read(text.ToString(), schemaClass, text.Encoding));

    /// <summary>Reads a file.</summary>
    public static SchemaFileReading Of(SchemaFile file, CancellationToken cancellationToken) =>
        file.Class is { } schemaClass
            && file.File.GetText(cancellationToken) is { } text
            && Texts.Of(text, schemaClass) is var reading
            ? new(file, reading.Model, reading.Problems)
            : new(file, null, default);

    /// <summary>Everything that is wrong with it.</summary>
    /// <param name="before">The schemas that the project lists before it.</param>
    public IEnumerable<SchemaProblem> Problems(IEnumerable<SchemaFile> before)
    {
        if (File.Class is not { } schemaClass)
        {
            return [AboutTheItem(SchemaRules.NoIdentifier, MessageText.Quote(File.WantedName),
                "give the SlowrollSchema item a ClassName in PascalCase")];
        }

        foreach (var other in before)
        {
            if (File.NameTakenBy(other) is { } name)
            {
                return ProblemsInText.Prepend(AboutTheItem(
                    SchemaRules.ClassCollision,
                    MessageText.Of(other.Class!.FileName),
                    MessageText.Of(schemaClass.FileName),
                    MessageText.Of(name)));
            }
        }

        // The URL isn't shown: it may have a password in it.
        return File.HasOddUrl
            ? ProblemsInText.Prepend(AboutTheItem(SchemaRules.NotASlowrollSchema, "the Url of its SlowrollSchema item "
                + "is no http or https address; write it like https://example.com/app_features.json"))
            : ProblemsInText;
    }

    // The mistake is in the project file, which has no line here: the first character of the schema stands for it.
    private static SchemaProblem AboutTheItem(Rule rule, params string[] arguments) =>
        new(rule, default, new(arguments));
}
