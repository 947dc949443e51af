using Slowroll.Rollouts;

namespace Slowroll.Evaluating;

/// <summary>Describes why a flag answers what it answers, for people.</summary>
internal static class ExplainedDecision
{
    public static Evaluation<T> Of<T>(
        T value, Decision decision, Rollout rollout, in HashKey hashKey, Func<string, uint> hasher, long utcTicks)
    {
        var explained = new Evaluation<T>(value, decision.Side, decision.Reason)
        {
            Error = decision.Reason == EvaluationReason.Invalid ? rollout.ScheduleError : null,
        };
        if (decision.Ramp is { } ramp)
        {
            var bucket = hashKey.Bucket(hasher, rollout.Salt);
            explained = explained with
            {
                Position = bucket / 4294967296.0,
                SwitchesAt = rollout.Interpolate ? null : ramp.SwitchesAt(bucket),
                OnNew = rollout.Interpolate ? null : PeriodOf(ramp.TimeOnNewOf(bucket)),
                Wave = WaveOf(rollout, ramp),
                Rollback = RollbackOf(rollout, ramp, utcTicks),
            };
        }
        else if (decision.Side != Side.Default)
        {
            explained = explained with { OnNew = PeriodOf(TimeOnNew.Always(decision.Side)) };
        }

        // Early adopters ask how far the others are.
        var others = decision.Reason == EvaluationReason.EarlyAdopter ? rollout.Ramp : decision.Ramp;
        return others is null ? explained : WithSchedule(explained, rollout, others, utcTicks);
    }

    private static Evaluation<T> WithSchedule<T>(Evaluation<T> explained, Rollout rollout, Ramp ramp, long utcTicks)
    {
        var state = ScheduleState.At(ramp.Schedule, utcTicks);
        explained = explained with
        {
            Share = ramp.PercentAt(utcTicks, rollout.Interpolate),
            EndsAt = InstantOf(Schedule.TicksOf(state.End)),
        };

        // From a rollback on the schedule gives 'new' to nobody any more: it neither moves nor stands still.
        return utcTicks >= ramp.RollbackTicks ? explained : explained with
        {
            Step = StepOf(state, ramp.Schedule.Segments.Length),
            Standstill = state.Standstill is { } still ? StandstillOf(still) : null,
        };
    }

    private static ExplainedStep StepOf(ScheduleState state, int count) => new()
    {
        Number = state.Step + 1,
        Count = count,
        From = state.From.ToDouble(),
        To = state.To.ToDouble(),
        Phase = state.Phase switch
        {
            SchedulePhase.Waiting => StepPhase.Waiting,
            SchedulePhase.Moving => StepPhase.Moving,
            SchedulePhase.Held => StepPhase.Held,
            _ => StepPhase.Over,
        },
        Since = state.Since is { } since ? InstantOf(Schedule.TicksOf(since)) : null,
        Until = InstantOf(Schedule.TicksOf(state.Until)),
    };

    private static ExplainedStandstill StandstillOf(Standstill still) => new()
    {
        IsFreeze = still.Freeze is not null,
        Until = InstantOf(Schedule.TicksOf(still.Until)),
        Reason = still.Freeze?.Reason,
    };

    // Each wave has a ramp of its own, so that a decision needs to name nothing else.
    private static ExplainedWave? WaveOf(Rollout rollout, Ramp ramp)
    {
        for (var i = 0; i < rollout.Waves.Count; i++)
        {
            if (ReferenceEquals(rollout.Waves[i].Ramp, ramp))
                return new() { Index = i, Count = rollout.Waves.Count, Audience = rollout.Waves[i].AudienceName };
        }

        return null;
    }

    private static ExplainedRollback? RollbackOf(Rollout rollout, Ramp ramp, long utcTicks) =>
        ramp.RollbackCount == 0 ? null : new()
        {
            From = InstantOf(ramp.RollbackTicks)!.Value,
            Until = InstantOf(ramp.EndOfRollbackTicks),
            HasBegun = utcTicks >= ramp.RollbackTicks,
            IsOfFlag = rollout.HasRollback,
            IsOfWave = ramp.RollbackCount > (rollout.HasRollback ? 1 : 0),
        };

    private static ExplainedPeriod? PeriodOf(TimeOnNew time) => time.FromTicks >= time.UntilTicks ? null : new()
    {
        EntersAt = time.FromTicks == long.MinValue ? null : InstantOf(time.FromTicks),
        LeavesAt = InstantOf(time.UntilTicks),
    };

    private static DateTimeOffset? InstantOf(long ticks) =>
        ticks == OpenTime.Never ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
}
