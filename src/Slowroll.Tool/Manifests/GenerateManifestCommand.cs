using System.CommandLine;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Reading;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Manifests;

/// <summary><c>slowroll generate manifest</c>: makes an OpenFeature flag manifest of a schema.</summary>
internal sealed class GenerateManifestCommand(Session session) : ManifestCommand(
    session,
    "Makes an OpenFeature flag manifest from a schema. OpenFeature's generators make accessors in other languages "
        + "from it. What a manifest can't say is reported.",
    "schema",
    "the schema: a file, a URL, or - for the standard input",
    "generate manifest app_features.schema.json -o flags.json")
{
    /// <summary><c>slowroll generate</c>.</summary>
    public static Command Parent(Session session) =>
        new("generate", "Makes files for other tools.") { new GenerateManifestCommand(session) };

    protected override string? Convert(ParseResult call, TextFile file, ManifestNotes notes)
    {
        var reading = Read(file);
        foreach (var problem in reading.Problems.Where(problem => problem.Rule.IsOn))
            notes.LeaveOut(problem.Range, SentenceOf(problem));
        if (reading.Model is null
            || DeclaredSchema.Read(file.Name, file.Text, encoding: file.Encoding) is not { } declared)
        {
            return null;
        }

        if (reading.Model.Description is not null)
            notes.Warn(default, "A manifest has no description of its own.");
        LostKeywords.Note(JsonText.Read(file.Text).Root, notes);
        return new ManifestWriter(declared, reading, notes).Write();
    }

    /// <summary>Reads a schema.</summary>
    public static SchemaReading Read(TextFile file) => SchemaReader.Read(
        file.Text,
        new() { FileName = file.Name, Namespace = "", Name = "AppFeatures", IsPublic = false },
        file.Encoding);

    /// <summary>What a problem of a schema says.</summary>
    public static string SentenceOf(SchemaProblem problem) => $"{problem.Rule.Id}: "
        + string.Format(
            System.Globalization.CultureInfo.InvariantCulture, problem.Rule.Message,
            MessageText.Arguments(problem.Rule.Message, problem.Arguments));
}
