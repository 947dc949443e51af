namespace Slowroll.Sources;

/// <summary>Reads a file behind links that may be swapped at that moment.</summary>
/// <remarks>The system follows the links of a Kubernetes mount one after the other: if they are swapped and the old
/// directory is removed meanwhile, it finds nothing, though there is a file before and after.</remarks>
internal static class SwappedLinks
{
    // A link that is replaced between two looks, again and again, is no mount any more.
    private const int MostLooks = 3;

    /// <summary>Reads, and looks again if nothing is found: three times at most.</summary>
    /// <param name="read">Looks for the file and reads it.</param>
    /// <exception cref="FileNotFoundException">Nothing was found at the last look.</exception>
    /// <exception cref="DirectoryNotFoundException">Nothing was found at the last look.</exception>
    public static async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        for (var look = 1; ; look++)
        {
            try
            {
                return await read().ConfigureAwait(false);
            }
            catch (Exception exception)
                when (look < MostLooks && exception is (FileNotFoundException or DirectoryNotFoundException))
            {
            }
        }
    }
}
