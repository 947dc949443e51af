namespace Slowroll.Generators.Tests.Diagnostics;

/// <summary>A text in which <c>[|</c> and <c>|]</c> stand around the places where a diagnostic is expected.</summary>
internal sealed record MarkedText(string Text, IReadOnlyList<string> Places)
{
    public static MarkedText Parse(string marked)
    {
        List<string> places = [];
        var text = "";
        foreach (var (part, index) in marked.Split("[|").Select((part, index) => (part, index)))
        {
            if (index == 0)
            {
                text = part;
                continue;
            }

            var end = part.IndexOf("|]", StringComparison.Ordinal);
            places.Add($"{PositionAt(text)}-{PositionAt(text + part[..end])}");
            text += part[..end] + part[(end + 2)..];
        }

        return new(text, places);
    }

    private static string PositionAt(string before)
    {
        var line = before.Count(letter => letter == '\n');
        return $"({line},{before.Length - before.LastIndexOf('\n') - 1})";
    }
}
