using Slowroll.Schemas.Drift.Checks;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Tool.Comparing;

/// <summary>Finds edits that the build reports as mistakes: a freeze or a rollback that is gone, a rollback before the
/// start.</summary>
/// <remarks>The build also reports who loses <c>new</c>, and shares that jump: a difference says both of every
/// flag.</remarks>
internal static class EditFindings
{
    /// <summary>What is found in the flags that differ.</summary>
    public static IReadOnlyList<DriftProblem> In(ConfigDocument after, IReadOnlyList<FlagDiff> flags, long instant)
    {
        DriftList problems = new();
        AudienceIndex audiences = new();
        FreezeCheck freezes = new(after);
        foreach (var diff in flags.Where(flag => flag.Change is FlagChange.Changed or FlagChange.Moved))
        {
            var (earlier, later) = (diff.Edit.Before, diff.Edit.After);
            if (later.Rollout is not { } rollout)
                continue;

            RollbackStartCheck.Check(rollout, problems);
            if (earlier.Rollout is not { } replaced || earlier.AreEqual(replaced.New, later, rollout.Stable))
                continue;

            Replacement replacement = new(
                RolloutComparison.Of(replaced, rollout, audiences), instant, "the earlier config");
            freezes.Check(replacement, problems);
            RollbackCheck.Check(replacement, problems);
        }

        freezes.CheckSettings(problems);
        return problems.All;
    }
}
