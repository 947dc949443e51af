using System.Text.Json;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Explaining;

/// <summary>Prints explanations as JSON. The fields are documented in docs/tool/explain.md.</summary>
internal static class ExplanationJson
{
    /// <summary>Prints all of them.</summary>
    public static void Print(ResultWriter output, DateTimeOffset at, IEnumerable<Explanation> explanations) =>
        JsonResult.Print(output, writer =>
        {
            writer.WriteStartObject();
            JsonResult.WriteInstant(writer, "at", at);
            writer.WriteStartArray("results");
            foreach (var one in explanations)
            {
                Write(writer, one);
                JsonResult.PassOn(writer);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter writer, Explanation one)
    {
        var answer = one.Answer;
        writer.WriteStartObject();
        writer.WriteString("flag", $"{one.Section}.{one.Key}");
        writer.WriteString("section", one.Section);
        writer.WriteString("key", one.Key);
        writer.WriteString("hashKey", one.HashKey);
        writer.WritePropertyName("value");
        if (answer.Value.ValueKind == JsonValueKind.Undefined)
            writer.WriteNullValue();
        else
            answer.Value.WriteTo(writer);

        writer.WriteString("side", JsonResult.Word(answer.Side));
        writer.WriteString("reason", JsonResult.Word(answer.Reason));
        JsonResult.WriteNumber(writer, "position", answer.Position);
        JsonResult.WriteNumber(writer, "share", answer.Share);
        WriteObject(writer, "onNew", answer.OnNew, period =>
        {
            JsonResult.WriteInstant(writer, "entersAt", period.EntersAt);
            JsonResult.WriteInstant(writer, "leavesAt", period.LeavesAt);
        });
        JsonResult.WriteInstant(writer, "switchesAt", answer.SwitchesAt);
        WriteSchedule(writer, answer);
        writer.WriteString("summary", answer.Summary);
        writer.WriteString("error", answer.Error);
        writer.WriteEndObject();
    }

    private static void WriteSchedule(Utf8JsonWriter writer, Evaluation<JsonElement> answer)
    {
        WriteObject(writer, "wave", answer.Wave, wave =>
        {
            writer.WriteNumber("number", wave.Index + 1);
            writer.WriteNumber("count", wave.Count);
            writer.WriteString("audience", wave.Audience);
        });
        WriteObject(writer, "step", answer.Step, step =>
        {
            writer.WriteNumber("number", step.Number);
            writer.WriteNumber("count", step.Count);
            writer.WriteNumber("from", step.From);
            writer.WriteNumber("to", step.To);
            writer.WriteString("phase", JsonResult.Word(step.Phase));
            JsonResult.WriteInstant(writer, "since", step.Since);
            JsonResult.WriteInstant(writer, "until", step.Until);
        });
        WriteObject(writer, "standstill", answer.Standstill, still =>
        {
            writer.WriteBoolean("isFreeze", still.IsFreeze);
            writer.WriteString("reason", still.Reason);
            JsonResult.WriteInstant(writer, "until", still.Until);
        });
        WriteObject(writer, "rollback", answer.Rollback, rollback =>
        {
            JsonResult.WriteInstant(writer, "from", rollback.From);
            JsonResult.WriteInstant(writer, "until", rollback.Until);
            writer.WriteBoolean("hasBegun", rollback.HasBegun);
            writer.WriteBoolean("isOfFlag", rollback.IsOfFlag);
            writer.WriteBoolean("isOfWave", rollback.IsOfWave);
        });
        JsonResult.WriteInstant(writer, "endsAt", answer.EndsAt);
    }

    private static void WriteObject<T>(Utf8JsonWriter writer, string name, T? value, Action<T> write)
        where T : class
    {
        if (value is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        write(value);
        writer.WriteEndObject();
    }
}
