using System.Text.Json;
using Slowroll.Documents;
using Slowroll.Grammar;
using Slowroll.Texts;

namespace Slowroll.Evaluating;

/// <summary>Makes the rule of a flag from its text: the one place that applies a config to a typed flag.</summary>
internal static class RuleFactory
{
    public static Rule<T> Make<T>(
        ReadOnlySpan<byte> text, FlagValueReader<T> reader, Func<string, uint> hasher, ConfigSettings settings,
        string? patternRefusal = null)
    {
        // First, so that no pattern beyond the config's budget is ever compiled.
        if (patternRefusal is not null)
            return new DefaultRule<T>(EvaluationReason.Invalid, patternRefusal);

        var document = RolloutReader.Read(text, settings);
        if (document.Error is not null)
            return new DefaultRule<T>(EvaluationReason.Invalid, document.Error);

        var (rollout, stableJson, newJson) = document.Value;
        var stable = Read(reader, stableJson);
        if (!stable.HasValue)
            return Refused("stable", stableJson, stable);
        var @new = Read(reader, newJson);
        if (!@new.HasValue)
            return Refused("new", newJson, @new);

        var between = rollout.Interpolate ? Interpolations.Of<T>() : null;
        return rollout is { Interpolate: true, IsScheduled: true } && between is null
            ? WrongType<T>($"'interpolate' {Refusal.Of<T>("true")}.")
            : new TypedRollout<T>(rollout, stable.Value, @new.Value, hasher, between).ToRule();
    }

    // A reader may be generated or the program's own: an exception of it must not leave a read. Too little memory says
    // nothing about the value: the config isn't put in force, and the next refresh tries again.
    private static FlagReading<T> Read<T>(FlagValueReader<T> reader, JsonElement json)
    {
        try
        {
            return reader(json);
        }
#pragma warning disable CA1031
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return default;
        }
    }

    private static DefaultRule<T> Refused<T>(string field, JsonElement json, in FlagReading<T> reading)
    {
        var refusal = Refusal.At("", json, reading);
        return WrongType<T>($"'{field}{OneLine.Of(refusal.Where)}' {refusal.What}.");
    }

    private static DefaultRule<T> WrongType<T>(string error) => new(EvaluationReason.WrongType, error);
}
