using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.Drift.Reading;

/// <summary>Chooses the schema of a config if the project doesn't name one.</summary>
/// <remarks>If there is only one schema, that one; else the one that the config names; else the one with the longest
/// matching file name: <c>shop.production.json</c> belongs to <c>shop.schema.json</c>.</remarks>
internal static class SchemaChoice
{
    /// <summary>The schema; null if there is none, or if several are possible.</summary>
    /// <param name="configName">The config's file name, without its folder.</param>
    /// <param name="config">The config.</param>
    /// <param name="schemas">The schemas.</param>
    /// <param name="nameOf">A schema's file name, without its folder.</param>
    public static T? Choose<T>(
        string configName, ConfigDocument config, IReadOnlyList<T> schemas, Func<T, string> nameOf) where T : class
    {
        if (schemas.Count <= 1)
        {
            return schemas.Count == 0 ? null : schemas[0];
        }

        var asked = config.Schema is { } reference ? reference.Substring(reference.LastIndexOf('/') + 1) : null;
        return Only(schemas.Where(schema => nameOf(schema) == asked)) ?? OfLongestStem(configName, schemas, nameOf);
    }

    private static T? OfLongestStem<T>(string configName, IReadOnlyList<T> schemas, Func<T, string> nameOf)
        where T : class
    {
        var candidates = schemas
            .Where(schema => configName.StartsWith(SchemaName.Stem(nameOf(schema)), StringComparison.OrdinalIgnoreCase))
            .ToList();
        return Only(candidates.Where(schema =>
            SchemaName.Stem(nameOf(schema)).Length == candidates.Max(other => SchemaName.Stem(nameOf(other)).Length)));
    }

    private static T? Only<T>(IEnumerable<T> schemas)
        where T : class => schemas.Take(2).ToList() is [var only] ? only : null;
}
