namespace Slowroll.FeatureManagement.Answering;

/// <summary>The names of all features, each once.</summary>
internal static class FeatureNames
{
    /// <summary>First those that flags answer, then the others.</summary>
    public static async IAsyncEnumerable<string> Of(
        IReadOnlyCollection<string> ofFlags, IAsyncEnumerable<string> others)
    {
        HashSet<string> told = new(StringComparer.OrdinalIgnoreCase);
        foreach (var name in ofFlags)
        {
            told.Add(name);
            yield return name;
        }

        await foreach (var name in others.ConfigureAwait(false))
        {
            if (told.Add(name))
                yield return name;
        }
    }
}
