using Slowroll.Schemas.Naming;

namespace Slowroll.Tool.CommandLine;

/// <summary>Finds the pages about the rules: in the package, some folders above the command.</summary>
internal static class RulePages
{
    private const int MostLevels = 6;

    /// <summary>The line of <c>--help</c> about them; empty if they aren't in the package.</summary>
    public static string Line => Folder(AppContext.BaseDirectory) is { } folder
        ? "Each rule, such as SLOW3001, has a "
            + $"page: {MessageText.Path(folder)}{Environment.NewLine}{Environment.NewLine}"
        : "";

    private static string? Folder(string start)
    {
        var folder = new DirectoryInfo(start);
        for (var level = 0; folder is not null && level < MostLevels; level++, folder = folder.Parent)
        {
            var pages = Path.Combine(folder.FullName, "docs", "rules");
            if (File.Exists(Path.Combine(pages, "README.md")))
                return pages;
        }

        return null;
    }
}
