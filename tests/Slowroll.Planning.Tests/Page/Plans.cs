using System.Globalization;
using Slowroll.Planning.Flags;
using Slowroll.Planning.Page;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Planning.Tests.Page;

/// <summary>Configs for the tests of plans and pages, and what is read from them.</summary>
internal static class Plans
{
    public static readonly DateTimeOffset At = Instant("2030-03-05 10:00Z");

    /// <summary>A config of some flags in the section <c>f</c>.</summary>
    public static string Config(string flags, string settings = "{}") =>
        $$"""{ "$slowroll": {{settings}}, "f": { {{flags}} } }""";

    /// <summary>A flag that rises for four days.</summary>
    public static string Flag(string name, string more = "") =>
        $$"""
        "{{name}}": { "stable": 1, "new": 2, "start_time": "2030-03-04 10:00Z", "duration": "4d"{{more}} }
        """;

    public static FlagMoves Moves(string config) =>
        FlagMoves.Of(PlannedFlag.Of(
            ConfigRolloutReader.Read(ConfigDocument.Read(config).Flags.First(), null, new())!, new(),
            At.UtcTicks / 10));

    public static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>An instant in microseconds since the year 1.</summary>
    public static long Microseconds(string text) => Instant(text).UtcTicks / 10;
}
