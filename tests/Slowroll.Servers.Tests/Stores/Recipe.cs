using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Slowroll.Servers.Tests.Stores;

/// <summary>What a page shows, as it is written there.</summary>
internal static partial class Recipe
{
    /// <summary>The blocks of a language in a page of the documentation.</summary>
    /// <param name="page">Its path below <c>docs</c>.</param>
    /// <param name="language">Such as <c>sh</c>.</param>
    public static IReadOnlyList<string> BlocksOf(string page, string language) =>
    [
        .. Fence().Matches(File.ReadAllText(Path.Combine(Here(), "../../../docs", page)).ReplaceLineEndings("\n"))
            .Where(match => match.Groups["language"].Value == language)
            .Select(match => match.Groups["code"].Value),
    ];

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    [GeneratedRegex("^```(?<language>[a-z]*)\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
