using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;

namespace Slowroll.Schemas.Reading;

/// <summary> All that a schema says about one value: the object at its place, then what <c>$ref</c> and <c>allOf</c>
/// add. If two say the same keyword, the nearest counts.
/// </summary>
internal sealed class MergedSchema
{
    private const int FewLayers = 8;

    private readonly List<JsonObject> _layers = [];
    private HashSet<JsonObject>? _known;

    /// <summary>The form of the base schema that it refers to.</summary>
    public BaseForm? Form { get; private set; }

    /// <summary>Whether a reference could not be followed, so that the schema isn't known.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Adds an object; false if it was added before, by whatever references.</summary>
    public bool TryAdd(JsonObject layer)
    {
        var isNew = _layers.Count < FewLayers ? !_layers.Contains(layer) : (_known ??= new(_layers)).Add(layer);
        if (isNew)
        {
            _layers.Add(layer);
        }

        return isNew;
    }

    // A form with a type says more than the plain rollout.
    public void Add(BaseForm form) => Form = Form?.Value is null ? form : Form;

    public void Break() => IsBroken = true;

    public JsonNode? Find(string keyword) => FindMember(keyword)?.Value;

    public JsonMember? FindMember(string keyword)
    {
        foreach (var layer in _layers)
        {
            if (layer.Find(keyword) is { } member)
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>The keyword's values of all layers: a limit doesn't replace another.</summary>
    public IEnumerable<JsonNode> FindAll(string keyword) =>
        _layers.Select(layer => layer.Find(keyword)?.Value).Where(value => value is not null).Select(value => value!);

    public string? FindText(string keyword) => (Find(keyword) as JsonString)?.Text;

    /// <summary>The title, the description, or a line of each, from the nearest layer that has one.</summary>
    public string? Description
    {
        get
        {
            foreach (var layer in _layers)
            {
                var (title, description) = (Text(layer, "title"), Text(layer, "description"));
                var both = title is null or "" || title == description ? description
                    : description is null or "" ? title
                    : $"{title}\n{description}";
                if (both is not (null or ""))
                {
                    return both;
                }
            }

            return null;
        }
    }

    /// <summary>Its examples, as JSON.</summary>
    public EquatableArray<string> Examples =>
        Find("examples") is JsonArray { Items: var examples } ? new([.. examples.Select(JsonText.Write)]) : default;

    public bool IsDeprecated => Find("deprecated") is JsonBoolean { Value: true };

    /// <summary>A member of <c>x-slowroll</c>.</summary>
    public JsonNode? FindOwn(string name)
    {
        foreach (var layer in _layers)
        {
            if (layer.Find("x-slowroll")?.Value is JsonObject own && own.Find(name) is { } member)
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>Whether any layer has <c>properties</c>.</summary>
    public bool HasProperties => Find("properties") is JsonObject;

    /// <summary>The properties of all layers; of two with one name, the nearest.</summary>
    public IEnumerable<JsonMember> Properties
    {
        get
        {
            HashSet<string> seen = new(StringComparer.Ordinal);
            return _layers
                .SelectMany(layer => layer.Find("properties")?.Value is JsonObject properties ? properties.Members : [])
                .Where(property => seen.Add(property.Name));
        }
    }

    public JsonNode? Property(string name) => HolderOf(name)?.Find(name)?.Value;

    /// <summary>The nearest <c>properties</c> that have one of that name.</summary>
    public JsonObject? HolderOf(string property) => _layers
        .Select(layer => layer.Find("properties")?.Value as JsonObject)
        .FirstOrDefault(properties => properties?.Find(property) is not null);

    private static string? Text(JsonObject layer, string keyword) => (layer.Find(keyword)?.Value as JsonString)?.Text;
}
