using System.Text.Encodings.Web;
using System.Text.Json;
using Slowroll.Planning.Texts;
using Slowroll.Texts;

namespace Slowroll.Tool.Explaining;

/// <summary>What a flag answers a hash key, and why.</summary>
/// <param name="Section">The flag's section.</param>
/// <param name="Key">The flag's key.</param>
/// <param name="HashKey">The hash key.</param>
/// <param name="At">The instant.</param>
/// <param name="Answer">The answer.</param>
internal sealed record Explanation(
    string Section, string Key, string HashKey, DateTimeOffset At, Evaluation<JsonElement> Answer)
{
    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The flag's name for people.</summary>
    public string Flag => $"{OneLine.Of(Section)}.{OneLine.Of(Key)}";

    /// <summary>The hash key for people.</summary>
    public string ShownHashKey => OneLine.Of(HashKey);

    /// <summary>The value for people, on one line; null where the default answers, which no config says.</summary>
    public string? Value => Answer.Value.ValueKind == JsonValueKind.Undefined
        ? null
        : OneLine.Of(JsonSerializer.Serialize(Answer.Value, Readable));

    /// <summary>Which value it is.</summary>
    public string Side => Answer switch
    {
        { Reason: EvaluationReason.Interpolated } => "between",
        { Side: Slowroll.Side.Default } => "default",
        { Side: Slowroll.Side.New } => "new",
        _ => "stable",
    };

    /// <summary>Since when, until when, and how far away that is; empty where time changes nothing.</summary>
    public string Change => (Answer.Side, Answer.OnNew) switch
    {
        _ when Answer.Reason == EvaluationReason.Interpolated =>
            $"{PercentText.Of(Answer.Share ?? 0)} of the way from stable to new",
        (Slowroll.Side.Default, _) => Answer.Error ?? "",
        (Slowroll.Side.New, { EntersAt: null, LeavesAt: null } or null) => "",
        (Slowroll.Side.New, { EntersAt: null, LeavesAt: { } leaves }) => $"goes back {Moment(leaves)}",
        (Slowroll.Side.New, { EntersAt: { } entered, LeavesAt: { } leaves }) =>
            $"since {Moment(entered)}; goes back {Moment(leaves)}",
        (Slowroll.Side.New, { EntersAt: { } entered }) => $"since {Moment(entered)}",
        (_, null) => Answer.Reason == EvaluationReason.Ramp ? "never gets new" : "",
        (_, { LeavesAt: { } left }) when left <= At => $"went back {Moment(left)}",
        (_, { EntersAt: { } enters, LeavesAt: { } leaves }) => $"gets new {Moment(enters)}; goes back {Moment(leaves)}",
        (_, { EntersAt: { } enters }) => $"gets new {Moment(enters)}",
        _ => "",
    };

    /// <summary>What decided it, in words.</summary>
    public string Reason => Answer.Reason switch
    {
        EvaluationReason.Missing => "the config has no such flag",
        EvaluationReason.Invalid => "its rollout can't be read",
        EvaluationReason.WrongType => "its value can't be read",
        EvaluationReason.NoNew => "the flag has no new",
        EvaluationReason.EarlyAdopter => "early adopter",
        EvaluationReason.Canary => "no early adopter, and the flag has no schedule",
        EvaluationReason.NoWave => "in no wave of the flag",
        EvaluationReason.Interpolated => "the flag is interpolated: all hash keys have the same number",
        EvaluationReason.Locked => "locked",
        EvaluationReason.Fixed => "given by a test",
        _ when Answer.Rollback is { HasBegun: true } => "rollback",
        _ => "schedule",
    };

    private string Moment(DateTimeOffset instant) => $"{InstantText.Of(instant)}, {Countdown.Of(instant, At)}";
}
