using System.Security;
using System.Xml;
using System.Xml.Linq;
using Slowroll.Texts;
using Slowroll.Tool.Disk;

namespace Slowroll.Tool.Starting;

/// <summary>The lines that a project needs, without those that it has.</summary>
internal static class ProjectLines
{
    private static readonly string[] Packages = ["Slowroll", "Slowroll.Generators"];

    /// <summary>The lines to print.</summary>
    /// <param name="folder">The folder of the project.</param>
    /// <param name="name">The name of the config.</param>
    public static IEnumerable<string> For(string folder, string name)
    {
        var projects = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.csproj").Order(StringComparer.Ordinal).ToList()
            : [];
        var project = projects is [var only] ? Read(only) : null;
        var packages = Packages.Where(package => !Has(project, "PackageReference", package)).ToList();
        (string Kind, string File)[] needed =
            [("SlowrollSchema", $"{name}.schema.json"), ("SlowrollConfig", $"{name}.json")];
        var items = needed.Where(item => !Has(project, item.Kind, item.File)).ToList();
        var shown = projects is [var path] ? OneLine.Escaped(Path.GetFileName(path)) : "the project";
        if (packages.Count > 0)
        {
            yield return "";
            yield return $"Add the packages to {shown}:";
        }

        foreach (var package in packages)
            yield return $"  dotnet add package {package}";
        if (items.Count > 0)
        {
            yield return "";
            yield return $"Add to an ItemGroup of {shown}:";
        }

        foreach (var (kind, file) in items)
            yield return $"  <{kind} Include=\"{SecurityElement.Escape(file)}\" />";
    }

    private static bool Has(XDocument? project, string kind, string include) => project?.Descendants().Any(item =>
        item.Name.LocalName == kind && (item.Attribute("Include")?.Value ?? "").Split(';').Contains(include)) is true;

    // What can't be read counts as empty: then all lines are printed.
    private static XDocument? Read(string path)
    {
        try
        {
            return XDocument.Load(path);
        }
        catch (Exception exception) when (exception is XmlException || DiskFault.Is(exception))
        {
            return null;
        }
    }
}
