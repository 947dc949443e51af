using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Slowroll.Simulation.Tests;

/// <summary>The page that shows the figures, as it is in the repository.</summary>
internal static class FleetPage
{
    private static readonly string Root = typeof(FleetPage).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "RepositoryRoot").Value!;

    /// <summary>Its text.</summary>
    public static string Text { get; } = Read("docs/fleet.md");

    /// <summary>A picture of it.</summary>
    public static string Picture(string name) => Read(Path.Combine("docs/pictures/fleet", name));

    /// <summary>The names of the pictures that are checked in.</summary>
    public static IEnumerable<string?> Pictures =>
        Directory.GetFiles(Path.Combine(Root, "docs/pictures/fleet")).Select(Path.GetFileName).Order();

    /// <summary>The number of a sentence of the page: <c>at most {0} requests</c>.</summary>
    public static double Number(string sentence)
    {
        var parts = sentence.Split("{0}").Select(part => Regex.Escape(part).Replace("\\ ", @"\s+"));
        var match = Regex.Match(Text, string.Join(@"(?<number>[\d,.]*\d)", parts));
        Assert.True(match.Success, $"The page doesn't say '{sentence}'.");
        return double.Parse(match.Groups["number"].Value, NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");
}
