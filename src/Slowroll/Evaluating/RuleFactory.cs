using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Slowroll.Documents;
using Slowroll.Rollouts;

namespace Slowroll.Evaluating;

/// <summary>From a flag's text to the rule that decides it: the one place that says what a config means to a typed reader.</summary>
internal static class RuleFactory
{
    public static Rule<T> Make<T>(ReadOnlySpan<byte> text, FlagValueReader<T> reader, Func<string, uint> hasher)
    {
        var document = RolloutReader.Read(text);
        if (document.Error is not null)
            return new DefaultRule<T>(EvaluationReason.Invalid, document.Error);

        var (rollout, stableJson, newJson) = document.Value;
        if (!TryRead(reader, stableJson, out var stable))
            return WrongType<T>("stable", stableJson.GetRawText());
        if (!TryRead(reader, newJson, out var @new))
            return WrongType<T>("new", newJson.GetRawText());

        if (!rollout.HasNew)
            return new SettledRule<T>(stable, Side.Stable, EvaluationReason.NoNew);
        if (!rollout.Interpolate || rollout.Ramp is null)
            return new RampRule<T>(rollout, stable, @new, hasher);

        return Interpolations.Of<T>() is { } between
            ? new InterpolatedRule<T>(rollout, rollout.Ramp, stable, @new, between, hasher)
            : WrongType<T>("interpolate", "true");
    }

    // A reader may be generated or anybody's own: what it throws must not come out of a question for a flag.
    private static bool TryRead<T>(FlagValueReader<T> reader, JsonElement json, [MaybeNullWhen(false)] out T value)
    {
        try
        {
            return reader(json, out value);
        }
#pragma warning disable CA1031
        catch
#pragma warning restore CA1031
        {
            value = default;
            return false;
        }
    }

    private static DefaultRule<T> WrongType<T>(string field, string json)
    {
        const int Shown = 40;
        var value = json.Length <= Shown ? json : json[..Shown] + "…";
        return new DefaultRule<T>(EvaluationReason.WrongType, $"'{field}' is {value}, which is no {TypeName(typeof(T))}.");
    }

    // In the words of JSON and its schemas, which the one who wrote the value knows.
    private static string TypeName(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        _ when (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } known => known.Name,
        _ when type.IsGenericType && Nullable.GetUnderlyingType(type) is null => "list of what the schema says",
        TypeCode.Boolean => "boolean",
        TypeCode.Int32 => "integer of 32 bits",
        TypeCode.Int64 => "integer of 64 bits",
        TypeCode.Double or TypeCode.Decimal => "number",
        TypeCode.String => "string",
        _ when type == typeof(JsonElement) => "JSON of whole characters",
        _ => type.Name,
    };
}
