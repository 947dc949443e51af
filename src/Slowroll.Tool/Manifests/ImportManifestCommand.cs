using System.CommandLine;
using System.Text;
using Slowroll.Schemas.Json;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Manifests;

/// <summary><c>slowroll import manifest</c>: makes a schema of an OpenFeature flag manifest.</summary>
internal sealed class ImportManifestCommand : ManifestCommand
{
    private readonly Option<string> _section = new("--section")
    {
        HelpName = "name",
        Description = "the section of flags whose names have no dot; features",
    };

    public ImportManifestCommand(Session session)
        : base(
            session,
            "Makes a schema of an OpenFeature flag manifest. What a schema can't say is reported.",
            "manifest",
            "the manifest: a file, a URL, or - for the standard input",
            "import manifest flags.json -o app_features.schema.json")
    {
        Options.Add(_section);
    }

    /// <summary><c>slowroll import</c>.</summary>
    public static Command Parent(Session session) =>
        new("import", "Makes a schema of files of other tools.") { new ImportManifestCommand(session) };

    protected override string? Convert(ParseResult call, TextFile file, ManifestNotes notes)
    {
        var json = JsonText.Read(file.Text);
        if (json.Root is not JsonObject root)
        {
            notes.LeaveOut(
                json.Error?.Range ?? json.Root!.Range,
                json.Error is { } error ? $"This is no JSON: {error.Message}"
                    : "A manifest is an object with \"flags\".");
            return null;
        }

        List<ManifestFlag> flags = [.. new ManifestReader(notes, call.GetValue(_section) ?? "features").Read(root)];
        List<ManifestFlag> taken = [.. flags.DistinctBy(flag => (flag.Section, flag.Key))];
        foreach (var other in flags.Except(taken))
            notes.LeaveOut(other.Place, "This flag isn't imported: another one has the same section and key.");
        if (taken.Count == 0)
        {
            notes.LeaveOut(root.Range, "The manifest has no flag that can be imported.");
            return null;
        }

        var text = Write(taken);
        TextFile schema = new("(the schema)", Encoding.UTF8.GetBytes(text));
        foreach (var problem in GenerateManifestCommand.Read(schema).Problems)
            notes.LeaveOut(root.Range, $"The schema has a problem: {GenerateManifestCommand.SentenceOf(problem)}");
        return text;
    }

    private static string Write(List<ManifestFlag> flags) => WrittenJson.Object(writer =>
    {
        writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        writer.WriteBoolean("allowComments", true);
        writer.WriteBoolean("allowTrailingCommas", true);
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        writer.WriteStartObject("$slowroll");
        writer.WriteString("$ref", "slowroll.schema.json#/$defs/settings");
        writer.WriteEndObject();
        foreach (var section in flags.GroupBy(flag => flag.Section))
        {
            writer.WriteStartObject(section.Key);
            writer.WriteString("type", "object");
            writer.WriteStartObject("properties");
            foreach (var flag in section)
                flag.Write(writer);
            writer.WriteEndObject();
            writer.WriteBoolean("additionalProperties", false);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    });
}
