namespace Slowroll.Habits.Tests.Folders;

/// <summary>Folders of which each needs, over the others, itself.</summary>
internal static class FolderCircle
{
    /// <summary>The edges that are part of a circle, each with one example, the rarest first: they are the ones to
    /// remove.</summary>
    public static IReadOnlyList<string> Edges(IEnumerable<Use> uses)
    {
        var edges = uses.GroupBy(use => (use.From, use.To)).ToDictionary(edge => edge.Key, edge => edge.ToList());
        var reached = Reached(edges.Keys);

        return
        [
            .. edges
                .Where(edge => reached[edge.Key.To].Contains(edge.Key.From))
                .OrderBy(edge => edge.Value.Count)
                .Select(edge => $"{edge.Key.From} -> {edge.Key.To} ({edge.Value.Count} uses): {edge.Value[0].Example}"),
        ];
    }

    private static Dictionary<string, HashSet<string>> Reached(IReadOnlyCollection<(string From, string To)> edges)
    {
        var folders = edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct();
        return folders.ToDictionary(folder => folder, folder =>
        {
            var reached = new HashSet<string>();
            var left = new Stack<string>([folder]);
            while (left.TryPop(out var next))
            {
                foreach (var (_, to) in edges.Where(edge => edge.From == next && reached.Add(edge.To)))
                    left.Push(to);
            }

            return reached;
        });
    }
}
