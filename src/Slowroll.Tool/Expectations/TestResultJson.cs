using System.Text.Json;
using Slowroll.Texts;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Expectations;

/// <summary>Prints what tests gave as JSON. The fields are documented in docs/tool/test.md.</summary>
internal static class TestResultJson
{
    /// <summary>Prints all specs.</summary>
    public static void Print(ResultWriter output, IReadOnlyList<SpecResult> all) =>
        JsonResult.Print(output, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("total", all.Sum(spec => spec.Results.Count));
            writer.WriteNumber("failed", all.Sum(spec => spec.Failed));
            writer.WriteStartArray("specs");
            foreach (var spec in all)
            {
                writer.WriteStartObject();
                writer.WriteString("spec", spec.Spec.File.GivenPath);
                writer.WriteString("config", spec.Config);
                writer.WriteStartArray("expectations");
                foreach (var result in spec.Results)
                {
                    Write(writer, spec, result);
                    JsonResult.PassOn(writer);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter writer, SpecResult spec, TestResult result)
    {
        var (line, column) = spec.Spec.File.PlaceOf(result.Expectation.Place);
        writer.WriteStartObject();
        writer.WriteNumber("line", line);
        writer.WriteNumber("column", column);
        writer.WriteString("flag", result.Expectation.Flag.Text);
        writer.WriteString("expected", result.Expected);
        writer.WriteString("because", result.Expectation.Because is { } because ? OneLine.Message(because) : null);
        writer.WriteBoolean("holds", result.Holds);
        writer.WriteNumber("failureCount", result.FailureCount);
        writer.WriteStartArray("failures");
        foreach (var failure in result.Failures)
        {
            writer.WriteStartObject();
            writer.WriteString("host", failure.Host);
            writer.WriteString("found", failure.Found);
            writer.WriteString("when", failure.When);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
