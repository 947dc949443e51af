using System.Text;
using System.Text.RegularExpressions;

namespace Slowroll.Docs.Tests;

/// <summary>
/// What a page about the command shows: files and sessions, in the order of the page. A block below a line that ends
/// with <c>`name`:</c> is a file. A comment <c>file: NAME from PATH</c>, which readers don't see, is a file of the
/// repository, or the first block of JSON of a page. A block <c>console</c> is a session, unless a comment
/// <c>not run: why</c> is directly above it.
/// </summary>
internal sealed partial class ToolPage
{
    private const string Prompt = "$ ";

    private readonly string[] _lines;

    /// <summary>Reads a page.</summary>
    public ToolPage(Page page)
    {
        _lines = page.Text.Split('\n');
        for (var i = 0; i < _lines.Length; i++)
        {
            if (RepositoryFile().Match(_lines[i]) is { Success: true } file)
                Steps.Add(new Given(file.Groups["name"].Value, InRepository(file.Groups["path"].Value)));
            else if (_lines[i].StartsWith("```", StringComparison.Ordinal))
                i = AddBlock(i);
        }
    }

    /// <summary>The pages about the command.</summary>
    public static IEnumerable<Page> All =>
        Page.All.Where(page => page.Path == "docs/tool.md" || Path.GetDirectoryName(page.Path) == "docs/tool");

    /// <summary>The files and commands, in the order of the page.</summary>
    public List<object> Steps { get; } = [];

    // Returns the line that closes the block.
    private int AddBlock(int opening)
    {
        var closing = Array.IndexOf(_lines, "```", opening + 1);
        var block = _lines[(opening + 1)..closing];
        if (_lines[opening] == "```console")
        {
            if (!_lines[opening - 1].StartsWith("<!-- not run: ", StringComparison.Ordinal))
                AddCommands(block, opening + 2);
        }
        else if (Caption().Match(LastTextBefore(opening)) is { Success: true } caption)
        {
            Steps.Add(new Given(caption.Groups["name"].Value, $"{string.Join('\n', block)}\n"));
        }

        return closing;
    }

    private void AddCommands(string[] block, int firstLine)
    {
        for (var i = 0; i < block.Length; i++)
        {
            if (block[i].StartsWith(Prompt, StringComparison.Ordinal))
            {
                var output = block.Skip(i + 1)
                    .TakeWhile(line => !line.StartsWith(Prompt, StringComparison.Ordinal));
                Steps.Add(new Shown(block[i][Prompt.Length..], WithoutEmptyEnd(output), firstLine + i));
            }
        }
    }

    private static string WithoutEmptyEnd(IEnumerable<string> lines) => string.Join('\n', lines).TrimEnd('\n');

    private string LastTextBefore(int line) => _lines[..line]
        .LastOrDefault(text => text != "" && !text.StartsWith("<!--", StringComparison.Ordinal)) ?? "";

    private static string InRepository(string path) => path.EndsWith(".md", StringComparison.Ordinal)
        ? $"{Page.Of(path).Blocks.First(block => block.Language == "json").Code}\n"
        : File.ReadAllText(Page.InRepository(path));

    [GeneratedRegex("`(?<name>[A-Za-z0-9_.-]+)`:$")]
    private static partial Regex Caption();

    [GeneratedRegex("^<!-- file: (?<name>[^ ]+) from (?<path>[^ ]+) -->$")]
    private static partial Regex RepositoryFile();

    /// <summary>A file that is there from this place of the page on.</summary>
    public sealed record Given(string Name, string Text);

    /// <summary>A command with the output that the page shows.</summary>
    /// <param name="Command">The line of the shell.</param>
    /// <param name="Output">The output; a line <c>...</c> stands for any lines, also for none.</param>
    /// <param name="Line">The line in the page.</param>
    public sealed record Shown(string Command, string Output, int Line)
    {
        /// <summary>Whether this output is the one that the page shows.</summary>
        public bool Matches(string output)
        {
            StringBuilder pattern = new();
            foreach (var line in Output.Split('\n'))
                pattern.Append(line == "..." ? @"(?:[^\n]*\n)*?" : $"{Regex.Escape(line)}\n");

            return Regex.IsMatch($"{output}\n", $@"\A{pattern}\z");
        }
    }
}
