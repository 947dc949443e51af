namespace Slowroll.Tool.Printing;

/// <summary>Rows whose cells begin below each other: for a hundred thousand rows, and for programs that cut
/// them.</summary>
internal sealed class Columns
{
    private const string Between = "  ";

    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row; each has as many cells as the first.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Prints all rows.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="indent">What each line begins with.</param>
    public void Print(ResultWriter output, string indent = "")
    {
        if (_rows.Count == 0)
            return;

        var widths = Enumerable.Range(0, _rows[0].Length)
            .Select(column => _rows.Max(row => row[column].Length))
            .ToArray();
        foreach (var row in _rows)
        {
            var cells = row.Select((cell, column) => cell.PadRight(widths[column]));
            output.WriteLine($"{indent}{string.Join(Between, cells)}".TrimEnd());
        }
    }
}
