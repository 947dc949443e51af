using System.Text.Json;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Locks;

/// <summary>Writes locks as JSON. The fields are documented in docs/tool/serve.md.</summary>
internal static class LocksJson
{
    /// <summary>Writes the locks of a file.</summary>
    public static void Write(Utf8JsonWriter writer, LocksReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("file", report.Path);
        writer.WriteBoolean("exists", report.Exists);
        JsonResult.WriteInstant(writer, "changedAt", report.ChangedAt);
        writer.WriteStartArray("locks");
        foreach (var each in report.Locks)
        {
            writer.WriteStartObject();
            writer.WriteString("flag", each.Flag);
            writer.WriteString("side", LocksReport.Word(each.Side));
            writer.WriteString("origin", each.Origin == LockOrigin.Environment ? "environment" : "file");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("faults");
        foreach (var fault in report.Faults)
            writer.WriteStringValue(fault);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
