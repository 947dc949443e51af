using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Slowroll.Servers.Tests.Servers;

/// <summary>docs/outages.md: it quotes the log word by word.</summary>
internal static partial class OutagesPage
{
    private const string ShownAddress = "https://config.example.com/app_features.json";

    // Tables don't repeat how each sentence begins.
    private static readonly string[] Beginnings =
        ["can't be trusted, TLS failed: its certificate ", "The config could not be refreshed from "];

    private static readonly string Text = Space().Replace(File.ReadAllText(PagePath()), " ");

    /// <summary>Fails if the page doesn't have a sentence.</summary>
    /// <param name="sentence">What the log or a status says.</param>
    /// <param name="address">The address or path of the config in it.</param>
    public static void Has(string? sentence, string address)
    {
        var words = sentence!.Replace($"{address} ", "", StringComparison.Ordinal);
        foreach (var beginning in Beginnings)
            words = words.StartsWith(beginning, StringComparison.Ordinal) ? words[beginning.Length..] : words;
        var text = Text.Replace($"{ShownAddress} ", "", StringComparison.Ordinal);
        Assert.Contains(words, text, StringComparison.Ordinal);
    }

    private static string PagePath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/outages.md");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
