using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Comparing;

/// <summary>Prints a difference in the format that is asked for.</summary>
internal static class DiffPrinter
{
    /// <param name="diff">The difference.</param>
    /// <param name="later">The later config, for places.</param>
    /// <param name="format">The format.</param>
    /// <param name="session">What it prints to.</param>
    public static void Print(ConfigDiff diff, TextFile later, OutputFormat format, Session session)
    {
        switch (format)
        {
            case OutputFormat.Json:
                session.Output.WriteLine(DiffJson.Of(diff, later));
                break;
            case OutputFormat.Markdown:
                session.Output.WriteLine(DiffMarkdown.Of(diff, later));
                break;
            default:
                DiffText.Print(diff, later, session);
                break;
        }
    }
}
