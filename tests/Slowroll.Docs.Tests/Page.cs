using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Slowroll.Docs.Tests;

/// <summary>A page of the documentation.</summary>
/// <param name="Path">Its path in the repository, with slashes.</param>
/// <param name="Text">Its Markdown.</param>
internal sealed partial record Page(string Path, string Text)
{
    private static readonly string Root = System.IO.Path.GetFullPath(System.IO.Path.Combine(Here(), "../.."));

    /// <summary>All pages of the repository.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.md", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(folder =>
                folder is "bin" or "obj" or "artifacts" or "node_modules" or "BenchmarkDotNet.Artifacts" or ".git"))
            .Order(StringComparer.Ordinal)
            .Select(path => new Page(path, File.ReadAllText(InRepository(path)).ReplaceLineEndings("\n"))),
    ];

    public static Page Of(string path) => All.Single(page => page.Path == path);

    public static string InRepository(string path) => System.IO.Path.Combine(Root, path);

    /// <summary>The fenced blocks, wherever they are indented.</summary>
    public IEnumerable<CodeBlock> Blocks => Fence().Matches(Text).Select(match => new CodeBlock(
        this,
        match.Groups["language"].Value,
        Unindented(match.Groups["code"].Value, match.Groups["indent"].Length),
        match.Groups["given"].Value,
        Text.AsSpan(0, match.Index).Count('\n') + 1));

    /// <summary>The addresses behind links, in the text outside of blocks.</summary>
    public IEnumerable<string> Links => Link().Matches(Prose).Select(match => match.Groups["address"].Value);

    /// <summary>The names of its headings, as a browser shows them behind the address.</summary>
    public IEnumerable<string> Anchors => Heading().Matches(Prose).Select(
        match => Punctuation().Replace(match.Groups["title"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private string Prose => Fence().Replace(Text, "");

    private static string Unindented(string code, int indent) =>
        string.Join('\n', code.Split('\n').Select(line => line.Length >= indent ? line[indent..] : line));

    private static string Here([CallerFilePath] string here = "") => System.IO.Path.GetDirectoryName(here)!;

    [GeneratedRegex(
        "(?:<!-- given: (?<given>.*?) -->\n)?(?:^|(?<=\n))(?<indent> *)```(?<language>[a-z]*)\n(?<code>.*?)\n *```",
        RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<address>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<title>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();
}

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">Its page.</param>
/// <param name="Language">What stands behind the fence.</param>
/// <param name="Code">The lines between the fences.</param>
/// <param name="Given">What a comment above it, which readers don't see, says of what it needs.</param>
/// <param name="Line">Its line in the page.</param>
internal sealed record CodeBlock(Page Page, string Language, string Code, string Given, int Line)
{
    public override string ToString() => $"{Page.Path}:{Line}";
}
