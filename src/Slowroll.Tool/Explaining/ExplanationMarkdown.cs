using Slowroll.Texts;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Explaining;

/// <summary>Prints explanations as a table of Markdown.</summary>
internal static class ExplanationMarkdown
{
    /// <summary>Prints all of them.</summary>
    public static void Print(ResultWriter output, DateTimeOffset at, IReadOnlyList<Explanation> explanations)
    {
        output.WriteLine($"At {InstantText.Of(at)}:");
        output.WriteLine("");
        output.WriteLine(MarkdownText.Row(["flag", "hash key", "side", "value", "why"]));
        output.WriteLine(MarkdownText.Row(["---", "---", "---", "---", "---"]));
        foreach (var one in explanations)
        {
            string[] rest = [one.Side, one.Value ?? "-", ExplanationText.Sentence(one)];
            output.WriteLine(MarkdownText.Row(
            [
                MarkdownText.Name(one.Flag), MarkdownText.Name(one.HashKey), .. rest.Select(MarkdownText.Sentence),
            ]));
        }
    }
}
