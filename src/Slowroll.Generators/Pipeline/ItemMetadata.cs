using Microsoft.CodeAnalysis.Diagnostics;

namespace Slowroll.Generators.Pipeline;

/// <summary>What a project says about itself and its files. Whatever it leaves unset reads as an empty text.</summary>
internal static class ItemMetadata
{
    /// <summary>The metadata that the package's targets give to an additional file; null if unset.</summary>
    public static string? Metadata(this AnalyzerConfigOptions item, string name) => item.Set($"build_metadata.AdditionalFiles.Slowroll{name}");

    /// <summary>A property of the project; null if unset.</summary>
    public static string? Property(this AnalyzerConfigOptions project, string name) => project.Set($"build_property.{name}");

    private static string? Set(this AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) && value is not "" ? value : null;
}
