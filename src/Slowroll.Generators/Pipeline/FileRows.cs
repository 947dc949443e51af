using System.Runtime.CompilerServices;

namespace Slowroll.Generators.Pipeline;

/// <summary>The table of a project's files, read once.</summary>
internal sealed class FileRows
{
    private static readonly ConditionalWeakTable<string, FileRows> Known = new();

    private readonly Dictionary<string, string[]> _rowByPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _rowByAnyCase = new(StringComparer.OrdinalIgnoreCase);

    private FileRows(string table)
    {
        foreach (var row in table.Split('|').Select(row => row.Split(',')))
        {
            if (ItemMetadata.Decoded(row, column: 0) is { } path)
                _rowByPath[Full(path)] = _rowByAnyCase[Full(path)] = row; // the last of two counts
        }
    }

    public static FileRows Of(string table) => Known.GetValue(table, text => new(text));

    /// <summary>The row of a file; null if it has none.</summary>
    public string[]? Find(string path) =>
        _rowByPath.TryGetValue(Full(path), out var row) || _rowByAnyCase.TryGetValue(Full(path), out row) ? row : null;

    // An editor and MSBuild may write one path differently.
    private static string Full(string path) => Path.GetFullPath(path).Replace('\\', '/');
}
