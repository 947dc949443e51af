namespace Slowroll.Tool.CommandLine;

/// <summary>The formats in which a command prints what it has found.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One JSON document, whose fields docs/tool.md lists.</summary>
    Json,

    /// <summary>For a comment of a pull request.</summary>
    Markdown,

    /// <summary>SARIF 2.1.0, which code scanners read.</summary>
    Sarif,

    /// <summary>Commands to GitHub Actions, which become annotations of lines.</summary>
    GitHub,
}
