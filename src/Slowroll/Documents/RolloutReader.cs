using System.Runtime.CompilerServices;
using System.Text.Json;
using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Texts;

namespace Slowroll.Documents;

/// <summary>What the text of a flag says: its rollout and its two values.</summary>
internal sealed record RolloutDocument(Rollout Rollout, JsonElement Stable, JsonElement New);

/// <summary>Reads a flag's text. What can't be read makes the flag invalid, with a sentence that names the
/// field.</summary>
internal static class RolloutReader
{
    // Each audience is compiled once for its config, however many waves name it.
    private static readonly ConditionalWeakTable<AudienceParts, Audience> Audiences = [];

    public static Parsed<RolloutDocument> Read(ReadOnlySpan<byte> utf8Json, ConfigSettings settings)
    {
        // A field that isn't known must not make the flag invalid, whatever its name is.
        var reader = ConfigReader.Reopen(WholeTexts.InNames(utf8Json));
        var faults = new FirstFaults();
        var parts = new RolloutGrammar<ElementValue, FirstFaults>(
            new(JsonElement.ParseValue(ref reader)), settings, faults).Read();
        if (faults.OfFlag is { } error)
            return Parsed<RolloutDocument>.Failed(error);

        var rollout = parts!.HasNew ? RolloutOf(parts, faults, settings) : new Rollout { HasNew = false };
        return new RolloutDocument(rollout, parts.Stable.Json, parts.New.Json);
    }

    private static Rollout RolloutOf(RolloutParts<ElementValue> parts, FirstFaults faults, ConfigSettings settings)
    {
        IReadOnlyList<Rollback> rollbacks = parts.Rollback is { } rollback ? [rollback] : [];
        return new()
        {
            Ramp = parts is { Schedule: { } schedule, Waves.Count: 0 } ? new Ramp(schedule, rollbacks) : null,
            Waves = [.. parts.Waves.Select(wave => WaveOf(wave, settings, rollbacks))],
            ScheduleError = faults.OfSchedule,
            EarlyAdopters = parts.HasEarlyAdopters ? new Audience(parts.EarlyAdopters, parts.Patterns) : null,
            EarlyAdopterRamp = parts.HasEarlyAdopters && rollbacks.Count > 0
                ? new Ramp(Schedule.Constant(Percentage.Hundred, 0), rollbacks)
                : null,
            HasRollback = rollbacks.Count > 0,
            PassedOver = parts.PassedOver,
            Salt = parts.Salt,
            Interpolate = parts.Interpolate,
        };
    }

    private static Wave WaveOf(WaveParts wave, ConfigSettings settings, IReadOnlyList<Rollback> rollbacks)
    {
        var audience = wave.Audience is { } name ? settings.Audiences[name] : null;
        return new(
            audience is null
                ? null
                : Audiences.GetValue(audience, static parts => new Audience(parts.Keys, parts.Patterns)),
            wave.Audience,
            new Ramp(wave.Schedule, wave.Rollback is { } own ? [.. rollbacks, own] : rollbacks));
    }

    // Keeps the first sentence only.
    private sealed class FirstFaults : IRolloutFaults<ElementValue>
    {
        public string? OfFlag { get; private set; }

        public string? OfSchedule { get; private set; }

        public void Add(RolloutFault fault, ElementValue? place)
        {
            if (fault.Part == FaultyPart.Schedule)
                OfSchedule ??= fault.Sentence;
            else
                OfFlag ??= fault.Sentence;
        }

        // Such a flag was refused before: it isn't read at all.
        public string? RefusalOf(ElementValue pattern) => null;
    }
}
