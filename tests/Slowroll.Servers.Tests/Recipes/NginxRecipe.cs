using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Slowroll.Servers.Tests.Nginx;

namespace Slowroll.Servers.Tests.Recipes;

/// <summary>The conf in docs/recipes/nginx.md, as a reader copies it.</summary>
internal static partial class NginxRecipe
{
    private const string Port = "listen 8080;";
    private const string Folder = "root /srv/config;";

    /// <summary>Starts an nginx with it; only port and folder are others.</summary>
    public static Task<NginxServer> StartAsync() => NginxServer.StartAsync(server =>
    {
        var block = Block().Match(File.ReadAllText(PagePath())).Groups["conf"].Value;
        Assert.Contains(Port, block, StringComparison.Ordinal);
        Assert.Contains(Folder, block, StringComparison.Ordinal);
        return block.Replace(Port, $"listen {server.Listen};", StringComparison.Ordinal)
            .Replace(Folder, $"root {server.Files};", StringComparison.Ordinal);
    });

    /// <summary>The address of the config.</summary>
    public static Uri UrlOf(NginxServer server) => new(server.Url, "app_features.json");

    private static string PagePath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/recipes/nginx.md");

    [GeneratedRegex("```nginx\n(?<conf>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
