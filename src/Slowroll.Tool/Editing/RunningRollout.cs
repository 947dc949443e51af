using Slowroll.Rollouts;
using Slowroll.Tool.Editing.Configs;

namespace Slowroll.Tool.Editing;

/// <summary>Whether a rollout runs that a new start would take <c>new</c> away from.</summary>
/// <param name="flag">The flag.</param>
/// <param name="time">Writes an instant for a sentence.</param>
internal sealed class RunningRollout(ReadFlag flag, Func<long, string> time)
{
    /// <exception cref="EditRefusedException">It runs, is over, or is being rolled back.</exception>
    /// <param name="now">The present.</param>
    /// <param name="start">When it is to start anew.</param>
    /// <param name="mayReplace">Whether a schedule that is waiting now may be replaced by a later one.</param>
    public void Refuse(long now, long start, bool mayReplace)
    {
        // A canary, or a flag that no program takes: nobody has "new" by a schedule.
        if (flag.Rollout is not { Schedules.Count: > 0 } rollout)
        {
            if (flag.Rollout?.Rollback is { } ofCanary)
                RefuseRollback(ofCanary, now, start);
            return;
        }

        if (rollout.Rollback is { } rollback)
        {
            RefuseRollback(rollback, now, start);
            if (now < rollback.From)
                RefuseAt(now, "");
            return;
        }

        RefuseAt(now, "");
        if (start > now && !mayReplace)
            RefuseAt(start, ". If it is to be replaced before it starts: --replace");
    }

    private void RefuseRollback(Rollback rollback, long now, long start)
    {
        if (start <= rollback.From)
        {
            throw new EditRefusedException($"{flag.Name} is rolled back from {time(rollback.From)} on. Start it again "
                + "later than that: --at.");
        }

        var isBack = rollback.End <= start && (now < rollback.From || rollback.End <= now);
        if (!isBack)
        {
            throw new EditRefusedException($"{flag.Name} is still being rolled back"
                + (rollback.End == OpenTime.Never ? "." : $" until {time(rollback.End)}. Start it again after that."));
        }
    }

    private void RefuseAt(long instant, string more)
    {
        // Who switches at this very instant has nothing yet.
        var shares = flag.SharesAt(Math.Max(instant - 1, 0));
        if (shares.All(share => share.Percent == 0))
            return;

        var end = Motion.EndOf(flag.Rollout!);
        var have = $"{ShareText.Of(shares)} have 'new'";
        throw new EditRefusedException(end <= instant
            ? $"The schedule of {flag.Name} is over since {time(end)}, and {have}; a new start would take it away. To "
                + $"end it: slowroll finish; to take 'new' back first: slowroll rollback{more}."
            : $"{flag.Name} is running: {have} at {time(instant)}; a new start would take it away. To stop it: "
                + $"slowroll hold; to take 'new' back and start again: slowroll rollback{more}.");
    }
}
