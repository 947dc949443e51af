using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Slowroll.FeatureManagement.Mapping;

/// <summary>A JSON value as a section of a configuration, written as the platform's reader of JSON files writes
/// it.</summary>
internal static class JsonSection
{
    private const string Name = "Value";

    /// <summary>The section. A single value is its <see cref="IConfigurationSection.Value"/>; members and items are its
    /// children.</summary>
    public static IConfigurationSection Of(JsonElement json)
    {
        Dictionary<string, string?> values = new(StringComparer.OrdinalIgnoreCase);
        Add(values, Name, json);
        return new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection(Name);
    }

    private static void Add(Dictionary<string, string?> values, string path, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                    Add(values, ConfigurationPath.Combine(path, member.Name), member.Value);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in json.EnumerateArray())
                    Add(values, ConfigurationPath.Combine(path, index++.ToString(CultureInfo.InvariantCulture)), item);
                break;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                values[path] = null;
                break;
            default:
                values[path] = json.ToString();
                break;
        }
    }
}
