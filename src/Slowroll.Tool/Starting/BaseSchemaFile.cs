namespace Slowroll.Tool.Starting;

/// <summary>The base schema, which schemas refer to and editors need beside them.</summary>
internal static class BaseSchemaFile
{
    public const string Name = "slowroll.schema.json";

    /// <summary>Its bytes, as they come with this command.</summary>
    public static byte[] Read()
    {
        using var resource = typeof(BaseSchemaFile).Assembly.GetManifestResourceStream(Name)!;
        using MemoryStream bytes = new();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
