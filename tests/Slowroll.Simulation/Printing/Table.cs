using System.Text;

namespace Slowroll.Simulation.Printing;

/// <summary>Figures in rows.</summary>
/// <param name="Headings">What stands above the columns.</param>
/// <param name="Rows">The texts of the rows, as many as there are headings.</param>
internal sealed record Table(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The table in Markdown.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, Headings);
        Append(text, [.. Headings.Select((_, column) => column == 0 ? "---" : "---:")]);
        foreach (var row in Rows)
            Append(text, row);
        return text.ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
