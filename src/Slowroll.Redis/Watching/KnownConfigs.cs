using Slowroll.Redis.Reading;

namespace Slowroll.Redis.Watching;

/// <summary>The configs that are no change for whoever waits.</summary>
/// <remarks>A change is reported once: after a report that brings nothing new, a source is asked for the next change
/// only after a pause.</remarks>
/// <param name="held">The config that was in force when the wait began.</param>
/// <param name="fetchedBefore">What the last fetch before it gave: it may have been rejected.</param>
internal sealed class KnownConfigs(HashReading? held, HashReading? fetchedBefore)
{
    // The same config under another version.
    private HashReading? _same;

    /// <summary>Whether it is one of them, by its version and its length.</summary>
    /// <param name="seen">What is in Redis.</param>
    /// <param name="fetched">What the last fetch gave.</param>
    public bool Have(HashReading seen, HashReading? fetched) =>
        All(fetched).Any(known => known?.Stamp == seen.Stamp)
        || (_same?.Stamp == seen.Stamp && HaveBytes(_same!, fetched));

    /// <summary>Whether it is one of them, by its bytes; then its version is known too from now on.</summary>
    /// <inheritdoc cref="Have"/>
    public bool HaveBytesOf(HashReading loaded, HashReading? fetched)
    {
        if (!HaveBytes(loaded, fetched))
            return false;
        _same = loaded.Known();
        return true;
    }

    private bool HaveBytes(HashReading loaded, HashReading? fetched) =>
        All(fetched).Any(known => known?.Digest == loaded.Digest);

    // If the program has fetched meanwhile, the config in force may be another one than at the beginning: then that one
    // is a change when it comes back.
    private IEnumerable<HashReading?> All(HashReading? fetched) =>
        ReferenceEquals(fetched, fetchedBefore) ? [held, fetched] : [fetched];
}
