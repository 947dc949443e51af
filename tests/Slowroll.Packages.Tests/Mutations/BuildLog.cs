using System.Text.Json;

namespace Slowroll.Packages.Tests.Mutations;

/// <summary>What a build told of flags, information included: it is in the log of errors, in SARIF 2.1, and not in the
/// output.</summary>
internal static class BuildLog
{
    // An analyzer or a generator that throws is told by the compiler's own ids.
    private static readonly string[] Ours = ["SLOW", "AD0001", "CS8784", "CS8785"];

    /// <summary>All that was told, by place: <c>SLOW2001 Search.cs(16,70)</c>.</summary>
    /// <param name="log">The log's path.</param>
    /// <param name="folder">The project's folder.</param>
    public static IReadOnlyList<string> Read(string log, string folder)
    {
        using var sarif = JsonDocument.Parse(File.ReadAllBytes(log));
        return
        [
            .. sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                .Where(result => Ours.Any(id => RuleOf(result).StartsWith(id, StringComparison.Ordinal)))
                .Where(result => !result.TryGetProperty("suppressions", out _))
                .Select(result => (Rule: RuleOf(result), Place: PlaceOf(result, folder)))
                .OrderBy(told => told.Place.File, StringComparer.Ordinal)
                .ThenBy(told => told.Place.Line)
                .ThenBy(told => told.Place.Column)
                .ThenBy(told => told.Rule, StringComparer.Ordinal)
                .Select(told => $"{told.Rule} {told.Place.File}({told.Place.Line},{told.Place.Column})"),
        ];
    }

    private static string RuleOf(JsonElement result) => result.GetProperty("ruleId").GetString()!;

    private static (string File, int Line, int Column) PlaceOf(JsonElement result, string folder)
    {
        if (!result.TryGetProperty("locations", out var locations))
            return ("", 0, 0);

        var place = locations[0].GetProperty("physicalLocation");
        var region = place.GetProperty("region");
        var path = new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath;
        return (
            Path.GetRelativePath(folder, path).Replace('\\', '/'),
            region.GetProperty("startLine").GetInt32(),
            region.GetProperty("startColumn").GetInt32());
    }
}
