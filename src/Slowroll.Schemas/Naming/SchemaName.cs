namespace Slowroll.Schemas.Naming;

/// <summary>What a schema's file name says.</summary>
public static class SchemaName
{
    private static readonly string[] Endings = [".schema.json", ".json"];

    /// <summary>The name that a schema's class has, and that its configs begin with: <c>shop</c> of <c>shop.schema.json</c>.</summary>
    /// <param name="fileName">The schema's file name, without its folder.</param>
    public static string Stem(string fileName) =>
        Endings.FirstOrDefault(ending => fileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } ending
            ? fileName.Substring(0, fileName.Length - ending.Length)
            : fileName;
}
