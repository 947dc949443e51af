using System.Runtime.CompilerServices;

namespace Slowroll.Rollouts;

/// <summary>What is known of one hash key in a part of time: it is on one side until an instant, and on another from
/// then on.</summary>
/// <param name="knownFrom">Nothing is known before this instant.</param>
/// <param name="before">The side until <paramref name="until"/>.</param>
/// <param name="until">From here to <paramref name="from"/> the side is not known.</param>
/// <param name="from">From here on it is <paramref name="after"/>.</param>
/// <param name="after">The side from <paramref name="from"/> on.</param>
/// <param name="knownUntil">Nothing is known from this instant on.</param>
internal readonly struct SideOverTime(long knownFrom, Side before, long until, long from, Side after, long knownUntil)
{
    /// <summary>The side at an instant, if it is known. Costs two comparisons.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(long utcTicks, out Side side)
    {
        if (utcTicks >= from)
        {
            side = after;
            return utcTicks < knownUntil;
        }

        side = before;
        return utcTicks < until && utcTicks >= knownFrom;
    }
}
