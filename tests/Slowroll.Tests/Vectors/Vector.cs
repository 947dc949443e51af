using System.Text.Json;

namespace Slowroll.Tests.Vectors;

/// <summary>The cases of a vector file, which hold what the original Python answers.</summary>
internal static class Vector
{
    public static IReadOnlyList<JsonElement> CasesOf(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Vectors", file);
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(c => c.Clone())];
    }

    /// <summary>Fails with the first few cases that differ, all of them counted.</summary>
    public static void AllHold(string file, Func<JsonElement, string?> difference) =>
        AllHold(file, CasesOf(file), difference);

    /// <inheritdoc cref="AllHold(string, Func{JsonElement, string?})"/>
    public static void AllHold(string file, IReadOnlyList<JsonElement> cases, Func<JsonElement, string?> difference)
    {
        var differences = cases.Select(difference).OfType<string>().ToList();

        Assert.True(differences.Count == 0,
            $"{differences.Count} of {cases.Count} cases of {file} differ:\n{string.Join('\n', differences.Take(5))}");
        Assert.True(cases.Count >= 200, $"{file} holds {cases.Count} cases only.");
    }
}
