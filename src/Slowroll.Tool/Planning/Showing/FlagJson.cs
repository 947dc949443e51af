using System.Text.Json;
using Slowroll.Planning.Flags;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Planning.Showing;

/// <summary>Writes a flag of a plan as JSON.</summary>
internal static class FlagJson
{
    /// <summary>To how many digits behind the point percentages are written.</summary>
    public const int Digits = 6;

    /// <summary>Writes a flag with its groups.</summary>
    public static void Write(Utf8JsonWriter writer, PlannedFlag flag)
    {
        writer.WriteStartObject();
        writer.WriteString("section", flag.Rollout.Flag.Section);
        writer.WriteString("key", flag.Rollout.Flag.Key);
        writer.WriteString("state", flag.Outlook == FlagOutlook.Moves ? "moving" : "stopped");
        writer.WriteString("salt", flag.Rollout.Salt);
        writer.WriteBoolean("interpolates", flag.Rollout.Interpolate);
        JsonResult.WriteNumber(writer, "hostsOnNew", flag.HostsOnNew);
        PlanJson.WriteAll(writer, "groups", flag.Groups, group => Write(writer, group));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PlannedGroup group)
    {
        var state = group.State;
        writer.WriteStartObject();
        writer.WriteString("name", group.Name);
        writer.WriteBoolean("earlyAdopters", group.IsEarly);
        JsonResult.WriteNumber(writer, "wave", group.Group.Wave + 1);
        writer.WriteString("audience", group.Audience);
        JsonResult.WriteNumber(writer, "hosts", group.Hosts);
        JsonResult.WriteNumber(writer, "hostsOnNew", group.HostsOnNew);
        writer.WriteNumber("share", state.Percent);
        writer.WriteString("phase", JsonResult.Word(state.Phase));
        writer.WriteBoolean("moves", state.Moves);
        WriteStep(writer, group);
        if (state.Standstill is { } still)
        {
            writer.WriteStartObject("standstill");
            writer.WriteString("cause", still.Freeze is null ? "hours" : "freeze");
            writer.WriteString("reason", still.Freeze?.Reason);
            PlanJson.WriteInstant(writer, "until", still.Until);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("standstill");
        }

        PlanJson.WriteInstant(writer, "rollbackFrom", state.RollbackFrom);
        if (group.Next is { } next)
        {
            writer.WriteStartObject("next");
            PlanJson.WriteInstant(writer, "at", next.At);
            writer.WriteString("kind", JsonResult.Word(next.Kind));
            writer.WriteString("text", next.Text);
            writer.WriteString("detail", next.Detail);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("next");
        }

        PlanJson.WriteInstant(writer, "startsAt", group.Group.Course.Schedule?.Start ?? Rollouts.OpenTime.Never);
        PlanJson.WriteInstant(writer, "endsAt", state.End);
        writer.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter writer, PlannedGroup group)
    {
        if (group.State.Standing is not { } state || group.Group.Course.Schedule is not { } schedule)
        {
            writer.WriteNull("step");
            return;
        }

        writer.WriteStartObject("step");
        writer.WriteNumber("number", state.Step + 1);
        writer.WriteNumber("count", schedule.Segments.Length);
        writer.WriteNumber("from", state.From.ToDouble());
        writer.WriteNumber("to", state.To.ToDouble());
        PlanJson.WriteInstant(writer, "since", state.Since ?? Rollouts.OpenTime.Never);
        PlanJson.WriteInstant(writer, "until", state.Until);
        writer.WriteEndObject();
    }
}
