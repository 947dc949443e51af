using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Slowroll.Documents;
using Slowroll.Texts;

namespace Slowroll.Evaluating;

/// <summary>From a flag's text to the rule that decides it: the one place that says what a config means to a typed reader.</summary>
internal static class RuleFactory
{
    public static Rule<T> Make<T>(ReadOnlySpan<byte> text, FlagValueReader<T> reader, Func<string, uint> hasher, string? patternRefusal = null)
    {
        // First, so that no pattern beyond the config's budget is ever compiled.
        if (patternRefusal is not null)
            return new DefaultRule<T>(EvaluationReason.Invalid, patternRefusal);

        var document = RolloutReader.Read(text);
        if (document.Error is not null)
            return new DefaultRule<T>(EvaluationReason.Invalid, document.Error);

        var (rollout, stableJson, newJson) = document.Value;
        if (!TryRead(reader, stableJson, out var stable))
            return Unread<T>("stable", stableJson);
        if (!TryRead(reader, newJson, out var @new))
            return Unread<T>("new", newJson);

        var between = rollout.Interpolate ? Interpolations.Of<T>() : null;
        return rollout.Interpolate && rollout.Ramp is not null && between is null
            ? WrongType<T>($"'interpolate' {ReadFault.Of<T>("true")}.")
            : new TypedRollout<T>(rollout, stable, @new, hasher, between).ToRule();
    }

    // A reader may be generated or anybody's own: what it throws must not come out of a question for a flag. That memory is
    // short says nothing of the value: the config isn't put in force, and the next refresh tries again.
    private static bool TryRead<T>(FlagValueReader<T> reader, JsonElement json, [MaybeNullWhen(false)] out T value)
    {
        ReadFault.Forget();
        try
        {
            return reader(json, out value);
        }
#pragma warning disable CA1031
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            ReadFault.Forget();
            value = default;
            return false;
        }
    }

    private static DefaultRule<T> Unread<T>(string field, JsonElement json)
    {
        var (where, what) = ReadFault.Take();
        return WrongType<T>($"'{field}{OneLine.Of(where ?? "")}' {what ?? ReadFault.Of<T>(json.GetRawText())}.");
    }

    private static DefaultRule<T> WrongType<T>(string error) => new(EvaluationReason.WrongType, error);
}
