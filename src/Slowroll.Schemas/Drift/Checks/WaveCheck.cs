using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Finds waves that no hash key can be in, and waves that begin together although one waits longer.</summary>
/// <param name="settings">The settings of the config: the audiences are read once for all flags.</param>
/// <param name="asOf">What counts as now; null if that isn't known.</param>
internal sealed class WaveCheck(ConfigSettings settings, long? asOf)
{
    private readonly Dictionary<string, AudienceHashKeys> _audiences = new(StringComparer.Ordinal);

    public void Check(ConfigRollout rollout, DriftList problems)
    {
        List<int> reachable = [];
        for (var index = 0; index < rollout.Waves.Count; index++)
        {
            if (WhyEmpty(rollout, index) is { } reason)
            {
                problems.AddFlag(
                    DriftRules.EmptyWave, PlaceOf(rollout, index, ScheduleFields.Audience),
                    rollout.Flag.Section, rollout.Flag.Key, $"{index}", rollout.Flag.Path, reason);
            }
            else
            {
                reachable.Add(index);
            }
        }

        CheckBeginnings(rollout, reachable, problems);
    }

    private string? WhyEmpty(ConfigRollout rollout, int index)
    {
        var name = rollout.Waves[index].Audience;
        for (var before = 0; before < index; before++)
        {
            var earlier = rollout.Waves[before].Audience;
            if (earlier is null)
            {
                return $"'waves[{before}]' has no audience, so that it takes all; move it to the end, or give it an "
                    + "audience";
            }

            if (earlier == name)
            {
                return $"'waves[{before}]' has the same audience, and the first one counts; remove one of the two, or "
                    + "name another audience";
            }
        }

        if (name is null)
        {
            return null;
        }

        var audience = AudienceOf(name);
        return audience.IsEmpty
            ? $"its audience '{MessageText.Of(name)}' is empty; write keys or patterns into it, or remove the wave"
            : audience.IsWithin(
                [.. rollout.Waves.Take(index).Select(wave => AudienceOf(wave.Audience!))],
                hashKey => rollout.EarlyAdopters.Contains(hashKey) || rollout.HasPatternFor(hashKey))
                ? $"everybody in its audience '{MessageText.Of(name)}' is in an earlier wave or an early adopter; "
                    + "change the order of the waves, or remove this one"
            : null;
    }

    private AudienceHashKeys AudienceOf(string name)
    {
        if (!_audiences.TryGetValue(name, out var audience))
        {
            _audiences.Add(name, audience = new(settings.Audiences[name]));
        }

        return audience;
    }

    // What has begun can't be changed any more without taking "new" away.
    private void CheckBeginnings(ConfigRollout rollout, List<int> reachable, DriftList problems)
    {
        foreach (var together in reachable
            .Where(index => rollout.Movements[index] is { First: not OpenTime.Never and var first } && !(first <= asOf))
            .GroupBy(index => rollout.Movements[index]!.Value.First)
            .Where(group => group.Any(index => IsHeldUntil(rollout.Schedules[index], group.Key))))
        {
            var soonest = together.OrderBy(index => rollout.Waves[index].After).First();
            foreach (var index in together.Where(
                index => rollout.Waves[index].After > rollout.Waves[soonest].After))
            {
                problems.AddFlag(
                    DriftRules.WavesTogether, PlaceOf(rollout, index, ScheduleFields.After),
                    rollout.Flag.Section, rollout.Flag.Key,
                    $"{index}",
                    rollout.Flag.Path,
                    PythonCheck.Format(Schedule.InstantOf(together.Key)),
                    $"{soonest}");
            }
        }
    }

    private static bool IsHeldUntil(Schedule schedule, long first) =>
        first > 0 && !schedule.Segments[0].Time.RunAt(first - 1).IsOpen;

    // Only the brace of a wave without the member, so that an editor doesn't underline the whole wave.
    private static TextRange PlaceOf(ConfigRollout rollout, int index, string member) =>
        rollout.WaveAt(index) is { } wave
            ? wave.Find(member)?.Value.Range ?? new(wave.Range.Start, wave.Range.Start + 1)
            : rollout.Flag.NameRange;
}
