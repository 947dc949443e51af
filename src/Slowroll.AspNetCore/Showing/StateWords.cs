using Slowroll.AspNetCore.Reading;
using Slowroll.Planning.Page;
using Slowroll.Planning.Texts;

namespace Slowroll.AspNetCore.Showing;

/// <summary>Says in sentences what a flag does.</summary>
internal static class StateWords
{
    /// <summary>The sentences.</summary>
    /// <param name="state">The flag.</param>
    /// <param name="its">The lock that pins it; null for none.</param>
    /// <param name="at">The instant, in microseconds since the year 1.</param>
    public static IReadOnlyList<string> Of(FlagState state, FlagLock? its, long at) =>
    [
        .. its is null ? (IEnumerable<string>)[] : [Lock(its)],
        .. state.Kind switch
        {
            FlagKind.Invalid => ["Can't be read.", .. state.Flag.Faults],
            FlagKind.WithoutNew => [$"Has no new value: everybody gets {state.Flag.Stable ?? "stable"}."],
            FlagKind.Unscheduled when state.Flag.Rollout is { Schedule: null, Waves.Count: 0 } =>
                ["Has no schedule: only early adopters get new."],
            _ => FlagWords.Now(state.Moves!, at),
        },
        .. EarlyAdopters(state),
    ];

    private static string Lock(FlagLock its) =>
        $"On this machine a lock pins it to {StatusFacts.SideOf(its)} ({StatusFacts.OriginOf(its)}).";

    // Only their number is shown: a list may have a hundred thousand.
    private static IEnumerable<string> EarlyAdopters(FlagState state)
    {
        if (state.Flag.Rollout is not { HasEarlyAdopters: true } rollout)
            yield break;

        var names = Amount.Of(rollout.EarlyAdopters.Count, "early adopter");
        yield return rollout.Patterns.Count == 0 ? $"{names} by name."
            : $"{names} by name, and those of {Amount.Of(rollout.Patterns.Count, "pattern")}.";
    }
}
