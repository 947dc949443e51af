using System.Text.Json;
using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Texts;

namespace Slowroll.Documents;

/// <summary>What the text of a flag says: its rollout and its two values.</summary>
internal sealed record RolloutDocument(Rollout Rollout, JsonElement Stable, JsonElement New);

/// <summary>Reads a flag's text. What can't be read makes the flag invalid, with a sentence that names the field.</summary>
internal static class RolloutReader
{
    public static Parsed<RolloutDocument> Read(ReadOnlySpan<byte> utf8Json)
    {
        // A field that isn't known must not make the flag invalid, whatever its name is.
        var reader = ConfigReader.Reopen(WholeTexts.InNames(utf8Json));
        var faults = new FirstFaults();
        var parts = new RolloutGrammar<ElementValue, FirstFaults>(new(JsonElement.ParseValue(ref reader)), faults).Read();
        if (faults.OfFlag is { } error)
            return Parsed<RolloutDocument>.Failed(error);

        var rollout = !parts!.HasNew ? new Rollout { HasNew = false } : new Rollout
        {
            Ramp = parts.Schedule is { } schedule ? new Ramp(schedule) : null,
            ScheduleError = faults.OfSchedule,
            EarlyAdopters = parts.HasEarlyAdopters ? new EarlyAdopters(parts.EarlyAdopters, parts.Patterns) : null,
            PassedOver = parts.PassedOver,
            Salt = parts.Salt,
            Interpolate = parts.Interpolate,
        };
        return new RolloutDocument(rollout, parts.Stable.Json, parts.New.Json);
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
