using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slowroll.Generators.Pipeline;

namespace Slowroll.Generators.Drift;

/// <summary>A file that the project lists as a config.</summary>
/// <param name="File">The file.</param>
/// <param name="Schema">The path of its schema, relative to the project's folder, if the project names one.</param>
/// <param name="Previous">The path of the config that it replaces, relative to the project's folder, if there is
/// one.</param>
internal sealed record ConfigFile(AdditionalText File, string? Schema, string? Previous)
{
    public string Name => Path.GetFileName(File.Path);

    /// <summary>The config, or null if the project doesn't list the file as one.</summary>
    public static ConfigFile? From(AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        var item = options.ItemOf(file);
        return item.Metadata("Kind") is "config" ? new(file, item.Metadata("Schema"), item.Metadata("Previous")) : null;
    }

    /// <summary>Whether the project names the file only as an earlier config.</summary>
    public static bool IsEarlier(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.ItemOf(file).Metadata("Kind") is "earlier";
}
