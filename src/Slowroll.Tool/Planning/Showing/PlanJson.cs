using System.Text.Json;
using Slowroll.Planning.Flags;
using Slowroll.Planning.Texts;
using Slowroll.Tool.Planning.Flags;
using Slowroll.Tool.Planning.Hours;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Planning.Showing;

/// <summary>Prints a plan as one JSON document, whose fields docs/tool.md lists.</summary>
internal sealed class PlanJson(ResultWriter output, PlanReport report)
{
    /// <summary>Prints it.</summary>
    public void Print() => JsonResult.Print(output, writer =>
    {
        var plan = report.Plan;
        writer.WriteStartObject();
        writer.WriteString("config", report.Config.GivenPath);
        WriteInstant(writer, "at", plan.At);
        WriteInstant(writer, "until", report.Hours.Until);
        JsonResult.WriteNumber(writer, "hosts", report.HostCount);
        writer.WriteStartObject("counts");
        writer.WriteNumber("flags", plan.Count);
        writer.WriteNumber("moving", plan.Moving.Count);
        writer.WriteNumber("stopped", plan.Stopped.Count);
        writer.WriteNumber("ended", plan.Ended);
        writer.WriteNumber("takenBack", plan.TakenBack);
        writer.WriteNumber("unscheduled", plan.Unscheduled);
        writer.WriteNumber("invalid", plan.Invalid.Count);
        writer.WriteEndObject();
        WriteAll(writer, "flags", plan.Moving.Concat(plan.Stopped), flag => FlagJson.Write(writer, flag));
        WriteAll(writer, "invalid", plan.Invalid, flag => Write(writer, flag));
        WriteAll(writer, "events", report.Events, one => Write(writer, one));
        if (report.Switches is { } switches)
            WriteAll(writer, "hours", switches.All, hour => Write(writer, hour));
        else
            writer.WriteNull("hours");
        if (report.Limit is { } limit)
            Write(writer, limit);
        else
            writer.WriteNull("limit");
        writer.WriteEndObject();
    });

    /// <summary>Writes an instant, or null for never.</summary>
    public static void WriteInstant(Utf8JsonWriter writer, string name, long instant) =>
        JsonResult.WriteInstant(writer, name, ShortTime.InstantOf(instant));

    /// <summary>Writes a list.</summary>
    public static void WriteAll<T>(Utf8JsonWriter writer, string name, IEnumerable<T> all, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var one in all)
        {
            write(one);
            JsonResult.PassOn(writer);
        }

        writer.WriteEndArray();
    }

    private void Write(Utf8JsonWriter writer, InvalidFlag flag)
    {
        var (line, column) = report.Config.PlaceOf(flag.Place.Start);
        writer.WriteStartObject();
        writer.WriteString("flag", flag.Name);
        writer.WriteNumber("line", line);
        writer.WriteNumber("column", column);
        WriteAll(writer, "reasons", flag.Reasons, writer.WriteStringValue);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PlannedEvent one)
    {
        writer.WriteStartObject();
        WriteInstant(writer, "at", one.At);
        writer.WriteString("kind", JsonResult.Word(one.Kind));
        writer.WriteString("text", one.Text);
        writer.WriteString("detail", one.Detail);
        WriteAll(writer, "groups", one.Names, writer.WriteStringValue);
        writer.WriteEndObject();
    }

    private void Write(Utf8JsonWriter writer, SwitchesInHour hour)
    {
        writer.WriteStartObject();
        WriteMembers(writer, hour);
        writer.WriteEndObject();
    }

    private void WriteMembers(Utf8JsonWriter writer, SwitchesInHour hour)
    {
        WriteInstant(writer, "from", report.Hours.StartOf(hour.Hour));
        JsonResult.WriteNumber(writer, "hosts", hour.Hosts);
        writer.WriteNumber("share", Math.Round(hour.Share, FlagJson.Digits));
        JsonResult.WriteNumber(writer, "gains", hour.Gains);
        JsonResult.WriteNumber(writer, "losses", hour.Losses);
    }

    private void Write(Utf8JsonWriter writer, HourLimit limit)
    {
        LimitWords words = new(report);
        writer.WriteStartObject("limit");
        writer.WriteString("perHour", limit.Text);
        writer.WriteNumber("hoursAbove", report.Exceeded);
        writer.WriteBoolean("isExact", report.HostCount is not null);
        writer.WriteString("verdict", words.Verdict);
        writer.WriteString("advice", words.Advice);
        WriteAll(writer, "notes", words.Notes, writer.WriteStringValue);
        WriteAll(writer, "busiest", report.Busiest, busy =>
        {
            writer.WriteStartObject();
            WriteMembers(writer, busy.Switches);
            writer.WriteBoolean("isAbove", limit.IsExceededBy(busy.Switches, report.HostCount));
            WriteAll(writer, "groups", busy.Flags, flag =>
            {
                writer.WriteStartObject();
                writer.WriteString("name", flag.Name);
                JsonResult.WriteNumber(writer, "hosts", flag.Hosts);
                writer.WriteNumber("share", Math.Round(flag.Share, FlagJson.Digits));
                writer.WriteBoolean("isRollback", flag.IsRollback);
                writer.WriteBoolean("isUpperBound", flag.IsUpperBound);
                writer.WriteEndObject();
            });
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
    }
}
