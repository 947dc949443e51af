using System.Globalization;
using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Reading;

/// <summary>Where a <c>$ref</c> leads: to a form of the base schema, to a place in this schema, or nowhere.</summary>
internal readonly record struct SchemaReference
{
    public BaseForm? Form { get; private init; }

    public JsonNode? Target { get; private init; }

    /// <summary>Why it leads nowhere, and what to write.</summary>
    public string? Broken { get; private init; }

    /// <summary>The reference of a node that is no string.</summary>
    public static SchemaReference NoText { get; } = new() { Broken = "a reference is a string" };

    public static SchemaReference Resolve(string text, JsonNode root)
    {
        var hash = text.IndexOf('#') is >= 0 and var at ? at : text.Length;
        var (file, fragment) = (text.Substring(0, hash), text.Substring(hash));
        return file switch
        {
            "" => InThisFile(fragment, root),
            _ when IsRemote(file) => new()
            {
                Broken = $"nothing is fetched during a build; put a copy of {BaseSchema.FileName} beside the schema, "
                    + "or the definition into its \"$defs\"",
            },
            _ when file.Substring(file.LastIndexOf('/') + 1) == BaseSchema.FileName => InBase(fragment),
            _ => new()
            {
                Broken = $"only this file and {BaseSchema.FileName} are read; correct the name, or move the "
                + "definition into this file's \"$defs\""
            },
        };
    }

    // A scheme, or two slashes in its place.
    private static bool IsRemote(string file) => file.Contains(':') || file.StartsWith("//", StringComparison.Ordinal);

    private static SchemaReference InBase(string fragment) => BaseSchema.Find(fragment) is { } form
        ? new() { Form = form }
        : new() { Broken = $"{BaseSchema.FileName} has {BaseSchema.Forms}" };

    private static SchemaReference InThisFile(string fragment, JsonNode root)
    {
        var pointer = Uri.UnescapeDataString(fragment.Length > 0 ? fragment.Substring(1) : fragment);
        JsonNode? target = pointer is "" or ['/', ..] ? root : null;
        foreach (var step in pointer.Split('/').Skip(1))
        {
            target = Step(target, step.Replace("~1", "/").Replace("~0", "~"));
        }

        return target is null or JsonString or JsonNumber or JsonNull
            ? new() { Broken = "this file has no schema there" }
            : new() { Target = target };
    }

    private static JsonNode? Step(JsonNode? node, string step) => node switch
    {
        JsonObject value => value.Find(step)?.Value,
        JsonArray value when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < value.Items.Count => value.Items[index],
        _ => null,
    };
}
