using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Checks what happens to running rollouts when a config replaces an earlier one.</summary>
/// <param name="earlier">The earlier config.</param>
/// <param name="earlierFile">Where it is.</param>
/// <param name="later">The config that replaces it.</param>
/// <param name="asOf">When, in microseconds since the year 1; null if that isn't known.</param>
internal sealed class EditCheck(ConfigDocument earlier, string earlierFile, ConfigDocument later, long? asOf)
{
    private readonly AudienceIndex _audiences = new();
    private readonly FreezeCheck _freezes = new(later);

    /// <summary>Checks a flag.</summary>
    public void Check(ConfigRollout rollout, ValueType? type, DriftList problems)
    {
        // Mistakes of the earlier config are reported there. Where 'new' became 'stable', it is another rollout.
        if (earlier.Find(rollout.Flag.Section, rollout.Flag.Key) is not { } before
            || ConfigRolloutReader.Read(before, null, new()) is not { } replaced
            || ValueCheck.Same(type, replaced.New, rollout.Stable))
        {
            return;
        }

        Replacement replacement = new(RolloutComparison.Of(replaced, rollout, _audiences), asOf, earlierFile);
        IReadOnlyList<GroupComparison> reported =
        [
            .. _freezes.Check(replacement, problems),
            .. RollbackCheck.Check(replacement, problems),
            .. ReplacementCheck.Check(replacement, problems),
        ];
        ShareCheck.Check(replacement, reported, problems);
    }

    /// <summary>Reports what concerns many flags at once.</summary>
    public void CheckSettings(DriftList problems) => _freezes.CheckSettings(problems);
}
