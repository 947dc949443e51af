using System.Text.Json;
using Slowroll.Planning.Texts;
using Slowroll.Texts;

namespace Slowroll.AspNetCore.Reading;

/// <summary>What a hash key gets of a flag, in words.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="Of">What the running program says.</param>
/// <param name="At">When.</param>
internal sealed record Answer(ReadFlag Flag, Evaluation<JsonElement> Of, DateTimeOffset At)
{
    private const int LongestValue = 80;

    /// <summary>Which value it is.</summary>
    public string Side => Of switch
    {
        { Reason: EvaluationReason.Interpolated } => "between",
        { Side: Slowroll.Side.Default } => "default",
        { Side: Slowroll.Side.New } => "new",
        _ => "stable",
    };

    /// <summary>The value, shortened, on one line; null where the default answers, which no config says.</summary>
    public string? Value => Of.Value.ValueKind == JsonValueKind.Undefined
        ? null
        : OneLine.Message(Of.Value.GetRawText(), LongestValue);

    /// <summary>Why, and since when or until when.</summary>
    public string Why => Of.Summary;

    /// <summary>How far the next change of this hash key is away, as in <c>in 3 h</c>; null for none.</summary>
    public string? Change => new[] { Of.OnNew?.EntersAt, Of.OnNew?.LeavesAt }
        .Where(change => change > At)
        .Select(change => Countdown.Of(change!.Value, At))
        .FirstOrDefault();

    /// <summary>The answers of a config at one instant.</summary>
    public static IReadOnlyList<Answer> All(
        ShownConfig shown, IEnumerable<FlagState> flags, string hashKey, DateTimeOffset at)
    {
        // One config for all of them, though a new one may come meanwhile.
        var config = shown.Config.Freeze();
        return [.. flags.Select(state => new Answer(
            state.Flag, config.Explain(state.Flag.Key.Section, state.Flag.Key.Key, hashKey), at))];
    }
}
