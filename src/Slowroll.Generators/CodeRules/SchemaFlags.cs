using Microsoft.CodeAnalysis.Text;
using Slowroll.Generators.Pipeline;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Reading;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.CodeRules;

/// <summary>The flags of one schema, by their names in the config.</summary>
internal sealed class SchemaFlags
{
    private static readonly PerText<SchemaClass, SchemaFlags> Texts =
        new((text, schemaClass) => new(text, schemaClass));

    private readonly SchemaReading _reading;
    private readonly Dictionary<string, Dictionary<string, FlagModel>> _sections = new(StringComparer.Ordinal);

    private SchemaFlags(SourceText text, SchemaClass schemaClass)
    {
        Class = schemaClass;
        _reading = SchemaFileReading.Texts.Of(text, schemaClass);
        foreach (var flag in Flags)
        {
            if (!_sections.TryGetValue(flag.Section, out var section))
            {
                _sections.Add(flag.Section, section = new(StringComparer.Ordinal));
            }

            section[flag.Key] = flag;
        }
    }

    /// <summary>The class that the schema becomes.</summary>
    public SchemaClass Class { get; }

    /// <summary>Whether all flags of the schema were read.</summary>
    public bool IsComplete => _reading.Model is not null && _reading.Problems.All(
        problem => problem.Rule == SchemaRules.UnreadKeyword || problem.Rule == SchemaRules.SilentTrap);

    /// <summary>The flags in the schema's order.</summary>
    public EquatableArray<FlagModel> Flags => _reading.Model?.Flags ?? default;

    /// <summary>Where the schema names each of them.</summary>
    public EquatableArray<TextRange> Places => _reading.Places;

    public IEnumerable<string> Sections => _sections.Keys;

    public IEnumerable<string> Keys(string section) => _sections.TryGetValue(section, out var flags) ? flags.Keys : [];

    public FlagModel? Find(string section, string key) =>
        _sections.TryGetValue(section, out var flags) && flags.TryGetValue(key, out var flag) ? flag : null;

    /// <summary>The flags of a schema, or null if it has no text or makes no class.</summary>
    public static SchemaFlags? Of(SchemaFile schema) =>
        schema.Class is { } schemaClass && schema.File.GetText() is { } text ? Texts.Of(text, schemaClass) : null;
}
