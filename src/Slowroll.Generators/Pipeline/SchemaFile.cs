using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Generators.Pipeline;

/// <summary>A file that the project lists as a schema, and the class to generate.</summary>
/// <param name="File">The file; the same object until its text changes.</param>
/// <param name="WantedName">The class's name from the project or from the file's name.</param>
/// <param name="Class">The class; null if no C# name can be made.</param>
/// <param name="HasOddUrl">Whether its Url is one that no program could open.</param>
internal sealed record SchemaFile(AdditionalText File, string WantedName, SchemaClass? Class, bool HasOddUrl)
{
    /// <summary>The schema, or null if the project doesn't list the file as one.</summary>
    public static SchemaFile? From(AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        var item = options.ItemOf(file);
        if (item.Metadata("Kind") is not "schema")
        {
            return null;
        }

        var fileName = Path.GetFileName(file.Path);
        var asked = item.Metadata("ClassName");
        var wanted = asked ?? SchemaName.Stem(fileName);
        var name = asked is null ? Identifier.Pascal(wanted) : Identifier.IsPascal(asked) ? asked : null;
        var url = item.Metadata("Url");
        var isOdd = url is not null && !IsAddress(url);
        SchemaClass? schemaClass = name is null ? null : new()
        {
            FileName = fileName,
            Namespace = Identifier.Namespace(item.Metadata("Namespace") ?? RootNamespace(options.GlobalOptions)),
            Name = ReservedNames.ForClass(name),
            IsPublic = item.Metadata("Visibility") is "public",
            Url = isOdd ? null : url,
        };
        return new(file, wanted, schemaClass, isOdd);
    }

    /// <summary>A name that two schemas both need; names that differ only in case are one file to the
    /// compiler.</summary>
    public string? NameTakenBy(SchemaFile other) =>
        Class?.TakenNames.FirstOrDefault(
            name => other.Class?.TakenNames.Contains(name, StringComparer.OrdinalIgnoreCase) is true);

    private static bool IsAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address?.Scheme is "http" or "https";

    private static string RootNamespace(AnalyzerConfigOptions project) =>
        project.Property("RootNamespace") ?? project.Property("AssemblyName") ?? "";
}
