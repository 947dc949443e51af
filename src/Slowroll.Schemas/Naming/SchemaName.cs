namespace Slowroll.Schemas.Naming;

/// <summary>The names that follow from a schema's file name.</summary>
internal static class SchemaName
{
    private static readonly string[] Endings = [".schema.json", ".json"];

    /// <summary>The name of a schema's class, and the beginning of its configs' names: <c>shop</c> of
    /// <c>shop.schema.json</c>.</summary>
    /// <param name="fileName">The schema's file name, without its folder.</param>
    public static string Stem(string fileName) =>
        Endings.FirstOrDefault(ending => fileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } ending
            ? fileName.Substring(0, fileName.Length - ending.Length)
            : fileName;
}
