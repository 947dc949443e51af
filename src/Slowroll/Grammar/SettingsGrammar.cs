using Slowroll.Patterns;
using Slowroll.Texts;

namespace Slowroll.Grammar;

/// <summary>Reads the settings of a config. What can't be read in them, or is unknown there, rejects the config: a
/// misspelt freeze that nobody notices would do harm.</summary>
/// <param name="faults">Takes what is wrong.</param>
internal readonly struct SettingsGrammar<TValue, TFaults>(TFaults faults)
    where TValue : struct, IJsonValue<TValue>
    where TFaults : IRolloutFaults<TValue>
{
    private const string Path = ScheduleFields.Settings;

    private readonly FieldReader<TValue, TFaults> _fields = new(faults, FaultyPart.Document);
    private readonly TFaults _faults = faults;

    /// <summary>Whether the name of a root member is nearly that of the settings.</summary>
    public static bool IsMisspelt(string name) =>
        name is ['$', ..] && ControlGrammar<TValue, TFaults>.IsNearly(name, Path);

    /// <summary>What is wrong with such a name.</summary>
    public static string MisspeltName(string name) =>
        $"'{OneLine.Of(name)}' is nearly '{Path}', the settings of a config. Write '{Path}', or another name.";

    /// <summary>The settings, as far as they can be read.</summary>
    public ConfigSettings Read(TValue settings)
    {
        if (!_fields.IsObject(settings, Path, "an object", ScheduleFields.OfSettings)
            && settings.Kind != JsonKind.Object)
        {
            return ConfigSettings.None;
        }

        return new()
        {
            Audiences = settings.TryGet(ScheduleFields.Audiences, out var audiences)
                ? ReadAudiences(audiences)
                : ConfigSettings.None.Audiences,
            Hours = settings.TryGet(RolloutFields.Hours, out var hours)
                ? _fields.ReadHours(hours, $"{Path}.{RolloutFields.Hours}")
                : null,
            Freezes = new ControlGrammar<TValue, TFaults>(_faults).ReadFreezes(settings, Path + "."),
        };
    }

    private Dictionary<string, AudienceParts> ReadAudiences(TValue audiences)
    {
        var read = new Dictionary<string, AudienceParts>(StringComparer.Ordinal);
        if (audiences.Kind != JsonKind.Object)
        {
            _fields.Refuse(
                $"'{Path}.{ScheduleFields.Audiences}' "
                    + $"is {audiences.Kind.InWords()}, not an object with an audience under each name.", audiences);
            return read;
        }

        foreach (var name in audiences.Names)
        {
            var path = $"{Path}.{ScheduleFields.Audiences}.{OneLine.Of(name)}";
            if (audiences.TryGet(name, out var audience) && _fields.IsObject(
                audience, path, "an object with 'keys' or 'patterns' in it", ScheduleFields.OfAudience))
            {
                read[name] = new(ReadTexts(audience, ScheduleFields.Keys, path), ReadPatterns(audience, path));
            }
        }

        return read;
    }

    private List<Pattern> ReadPatterns(TValue audience, string path)
    {
        var patterns = new List<Pattern>();
        if (!audience.TryGet(ScheduleFields.Patterns, out var list))
            return patterns;

        foreach (var item in ReadItems(list, $"{path}.{ScheduleFields.Patterns}"))
        {
            var refusal = _faults.RefusalOf(item);
            var pattern = refusal is null ? Pattern.Parse(item.Text) : Parsed<Pattern>.Failed(refusal);
            if (pattern.Error is { } error)
                _fields.Refuse($"'{path}': {error}", item);
            else
                patterns.Add(pattern.Value);
        }

        return patterns;
    }

    private List<string> ReadTexts(TValue audience, string member, string path) =>
        audience.TryGet(member, out var list) ? [.. ReadItems(list, $"{path}.{member}").Select(item => item.Text)] : [];

    // Strings only: one that is none may be a host that somebody relies on.
    private List<TValue> ReadItems(TValue list, string path)
    {
        var strings = new List<TValue>();
        foreach (var item in _fields.ReadList(list, path, "strings") ?? [])
        {
            if (_fields.ReadText(item, path) is not null)
                strings.Add(item);
        }

        return strings;
    }
}
