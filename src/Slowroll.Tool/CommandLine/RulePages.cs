using Slowroll.Schemas.Naming;

namespace Slowroll.Tool.CommandLine;

/// <summary>Where the pages about the rules are: in the package, which has the command some folders deeper.</summary>
internal static class RulePages
{
    private const int MostLevels = 6;

    /// <summary>What <c>--help</c> says of them; empty where they aren't beside the command.</summary>
    public static string Line => Folder(AppContext.BaseDirectory) is { } folder
        ? $"Each rule, such as SLOW3001, has a page: {MessageText.Path(folder)}{Environment.NewLine}{Environment.NewLine}"
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
