using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Slowroll.Generators.Pipeline;

/// <summary>What a project says about itself and its files. What is not set reads as an empty text.</summary>
/// <remarks>MSBuild passes it to the compiler in a file that ends values at <c>;</c>, <c>#</c> and line breaks, and
/// whose paths don't match all folders. So the package's targets write it in base64, into two properties. Without
/// these properties, in a build without the targets, the plain names are read.</remarks>
internal static class ItemMetadata
{
    private const string FileTable = "build_property._SlowrollFiles", ProjectTable = "build_property._SlowrollProject";

    // As Slowroll.Metadata.targets writes them.
    private static readonly string[] FileColumns =
        ["Path", "Kind", "Namespace", "ClassName", "Visibility", "Url", "Schema", "Previous"];
    private static readonly string[] ProjectColumns =
        ["ProjectDir", "RootNamespace", "AssemblyName", "SlowrollAsOf", "SlowrollGracePeriod"];

    /// <summary>What the project says about an additional file.</summary>
    public static FileItem ItemOf(this AnalyzerConfigOptionsProvider options, AdditionalText file) =>
        options.GlobalOptions.Set(FileTable) is { } table
            ? new(null, FileRows.Of(table).Find(file.Path))
            : new(options.GetOptions(file), null);

    /// <summary>A property of the project; null if unset.</summary>
    public static string? Property(this AnalyzerConfigOptions project, string name) =>
        project.Set(ProjectTable) is { } table && Array.IndexOf(ProjectColumns, name) is >= 0 and var column
            ? Decoded(table.Split(','), column)
            : project.Set($"build_property.{name}");

    /// <summary>A value of a row; null if it is empty or no base64.</summary>
    internal static string? Decoded(string[] row, int column)
    {
        try
        {
            return column >= 0 && column < row.Length && row[column] is not ""
                ? Encoding.UTF8.GetString(Convert.FromBase64String(row[column]))
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    internal static int ColumnOf(string name) => Array.IndexOf(FileColumns, name);

    internal static string? Set(this AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) && value is not "" ? value : null;
}

/// <summary>What a project says about one additional file.</summary>
/// <param name="options">The plain names; null if the table is used.</param>
/// <param name="row">Its row of the table; null if it has none.</param>
internal readonly struct FileItem(AnalyzerConfigOptions? options, string[]? row)
{
    /// <summary>The metadata that the package's targets give to an additional file; null if unset.</summary>
    public string? Metadata(string name) => options is null
        ? row is null ? null : ItemMetadata.Decoded(row, ItemMetadata.ColumnOf(name))
        : options.Set($"build_metadata.AdditionalFiles.Slowroll{name}");
}
