using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Finds a freeze of an earlier config in a later one.</summary>
internal static class FreezePlace
{
    /// <summary>The place of its end; null if there is no freeze with this beginning.</summary>
    /// <param name="list">The freezes of the later config.</param>
    /// <param name="freezes">The same, read.</param>
    /// <param name="earlier">The freeze of the earlier config.</param>
    public static TextRange? Of(JsonNode? list, IReadOnlyList<Freeze> freezes, Freeze earlier)
    {
        // They don't agree if one can't be read, which is reported there.
        if (list is not JsonArray { Items: var items } || items.Count != freezes.Count)
        {
            return null;
        }

        for (var i = 0; i < freezes.Count; i++)
        {
            if (freezes[i].From == earlier.From)
            {
                return ((items[i] as JsonObject)?.Find(ScheduleFields.Until)?.Value ?? items[i]).Range;
            }
        }

        return null;
    }
}
