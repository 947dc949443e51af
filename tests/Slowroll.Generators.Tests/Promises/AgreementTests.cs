using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift;
using Slowroll.Schemas.Drift.Checks;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tests.Vectors;

namespace Slowroll.Generators.Tests.Promises;

/// <summary>The build calls a flag unreadable if and only if the running program does.</summary>
public class AgreementTests
{
    private const string Schedule = """ "end_time": "2030-03-15 00:00Z", "duration": "14d" """;

    private static readonly string[] Anything =
        [
            "null",
            "true",
            "5",
            "-1",
            "100.5",
            "1e999",
            "\"\"",
            "\"soon\"",
            "\"14d\"",
            "\"2030-03-15T00:00Z\"",
            "[]",
            "[\"a\"]",
            "[\"(\"]",
            "[5]",
            "{}",
        "[null, \"a\"]", "[[\"a\"], {}, true]", "\"\\ud800\"", "[\"a\", \"\\ud800\"]", "{\"\\ud800\": 1}",
        "\"2030-1-5 3:4z\"", "\"2030-01- 5\\t03:04Z\"",
        "\"2030-01-05T03:04:05.123456789Z\"", "\"2030-01-05T03:04:60Z\""];

    private static readonly string[] Fields =
        [
            "stable",
            "new",
            "end_time",
            "duration",
            "start_pct",
            "end_pct",
            "early_adopters",
            "early_adopter_patterns",
            "salt",
            "interpolate",
            "owner"];

    private static readonly string[] Flags =
    [
        "5", "null", "[]", "{}",
        """{ "stable": 0, "\ud800": "\ud800", "new": 1, "early_adopters": ["a"] }""",
        """{ "\udfff": 1, "stable": 0, "new": 1, "end_time": "2030-03-15 00:00Z", "duration": "1d", "note": "\ud800" }""",
        """{ "\ud800": 0, "new": 1, "early_adopters": ["a"] }""",
        """{ "stable": 0, "new": 1, "early_adopters": "\ud800" }""",
        """{ "new": 1 }""",
        """{ "stable": 0 }""",
        """{ "stable": 0, "end_time": 5, "early_adopters": 5, "interpolate": "x" }""",
        """{ "stable": 0, "new": 1 }""",
        """{ "stable": 0, "new": 1, "start_pct": 500 }""",
        """{ "stable": 0, "new": 1, "early_adopters": [] }""",
        """{ "stable": 0, "new": 1, "early_adopters": [], "start_pct": 500 }""",
        """{ "stable": 0, "new": 1, "early_adopters": ["a"], "end_time": "soon", "duration": "1d" }""",
        """{ "stable": 0, "new": 1, "early_adopters": ["a"], "end_time": "2030-03-15 00:00Z" }""",
        """{ "stable": 0, "new": 1, "early_adopters": ["a"], "interpolate": true }""",
        """{ "stable": 0, "stable": "x", "new": 1, "early_adopters": ["a"] }""",
        """{ "stable": "x", "stable": 0, "new": 1, "early_adopters": ["a"] }""",
        """{ "stable": 0, "new": 1, "end_time": "0001-01-02 00:00Z", "duration": "2d" }""",
        """{ "stable": 0, "new": 1, "end_time": "0001-01-02 00:00Z", "duration": "1d" }""",
        """{ "stable": 0, "new": 1, "end_time": "2030-03-15 00:00Z", "duration": "-1s" }""",
        """{ "stable": 0, "new": 1, "end_time": "2030-03-15 00:00Z", "duration": "" }""",
        """{ "stable": 0, "new": 1, "end_time": "2030-03-15 00:00Z", "duration": "300000d" }""",
        """{ "stable": 0, "new": 1, "end_time": "2030-03-15 00:00Z", "duration": "99999999999d" }""",
        """{ "stable": 1e400, "new": 1, "end_time": "2030-03-15 00:00Z", "duration": "1d", "interpolate": true }""",
        $$"""{ "stable": 0, "new": 1, {{Schedule}}, "early_adopter_patterns": ["a{2000}{2000}"] }""",
        $$"""{ "stable": 0, "new": 1, {{Schedule}}, "early_adopter_patterns": ["(a)\\1"] }""",
        $$"""{ "stable": 0, "new": 1, {{Schedule}}, "early_adopter_patterns": ["(?i)web-\\d+", "a)|(b"] }""",
    ];

    // Every field of a good rollout in turn becomes anything, or goes; and so for a canary and for a flag without new.
    private static IEnumerable<string> Rollouts() => Flags.Concat(
        from start in new[]
        {
            $$"""{ "stable": 0, "new": 1, {{Schedule}} }""",
            """{ "stable": 0, "new": 1, "early_adopters": ["a"] }""",
            """{ "stable": 0 }""",
        }
        from field in Fields
        from value in Anything.Append(null)
        select With(start, field, value));

    [Fact]
    public void A_rollout_is_unreadable_to_both_or_to_none() =>
        AssertAgreement("integer", null, Rollouts(), flag => IsInvalid(flag, default(int)));

    [Fact]
    public void A_rollout_of_any_json_is_unreadable_to_both_or_to_none() =>
        AssertAgreement(null, null, Rollouts(), flag => IsInvalid(flag, default(JsonElement)));

    public static TheoryData<string, string?> Types => new()
    {
        { "boolean", null }, { "integer", null }, { "integer", "int64" }, { "number", null }, { "number", "decimal" },
        { "string", null },
        { "string", "date-time" }, { "string", "date" }, { "string", "uri" }, { "string", "uuid" },
    };

    [Fact]
    public void A_rollout_of_a_number_or_null_is_unreadable_to_both_or_to_none() =>
        AssertAgreement("number\", \"null", null, Rollouts(), flag => IsInvalid(flag, default(double?)));

    [Theory]
    [MemberData(nameof(Types))]
    public void A_value_fits_its_type_for_both_or_for_none(string type, string? format)
    {
        string[] values =
        [
            "null", "true", "false", "[]", "{}", "0", "-0", "1.0", "1e2", "1.5", "2147483647", "2147483648",
            "-2147483649",
            "9223372036854775807", "9223372036854775808", "1e999", "-1e999", "1e28", "1e29",
            "79228162514264337593543950336", "1e-400", "0.1",
            "1.00000000000000000000000000000000000000001",
            "\"\"", "\"a\"", "\"2025-01-31\"", "\"2025-02-30\"", "\"2025-01-31T12:00:00Z\"",
            "\"2025-01-31T12:00:00.123+05:30\"",
            "\"2025-01-31T12:00:00\"", "\"2025-01-31 12:00Z\"", "\"2025-01-31T12:00:00z\"", "\"2025-01-31t12:00:00Z\"",
            "\"2025-01-31T24:00:00Z\"",
            "\"2025-01-31T12:00Z\"", "\"2025-01-31T12:00:00+05\"", "\"2025-01-31T12:00:00.1234567Z\"",
            "\"2025-01-31T12:00:00.12345678Z\"",
            "\"2025-1-31 1:2z\"", "\"2025-01-31T1:02Z\"", "\"2025-01-31T12:00:00.Z\"", "\"2025-01-31T12:00:00+23:59\"",
            "\"2025-01-31T12:00:60Z\"",
            "\"0001-01-01T00:00:00+01:00\"", "\"a\\ud800\"", "[\"\\udfff\"]", "{\"\\ud800\": 1}",
            "\"https://example.com/\"", "\"/etc\"", "\"example.com\"", "\"urn:a\"", "\"mailto:a@b\"",
            "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"", "\"{6f9619ff-8b86-d011-b42d-00cf4fc964ff}\"",
            "\"6F9619FF-8B86-D011-B42D-00CF4FC964FF\"",
            "\"6f9619ff8b86d011b42d00cf4fc964ff\"", "\" 6f9619ff-8b86-d011-b42d-00cf4fc964ff\"",
            "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\\n\"",
            "\" https://example.com/\"", "\"https://example.com/ \"", "\"\\\\\\\\server\\\\share\"", "\"C:\\\\a\"",
            "\" 2025-01-31\"", "\"2025-01-31 \"",
        ];
        Func<string, bool> isInvalid = (type, format) switch
        {
            ("boolean", _) => flag => IsInvalid(flag, default(bool)),
            ("integer", null) => flag => IsInvalid(flag, default(int)),
            ("integer", _) => flag => IsInvalid(flag, default(long)),
            ("number", null) => flag => IsInvalid(flag, default(double)),
            ("number", _) => flag => IsInvalid(flag, default(decimal)),
            ("string", "date-time") => flag => IsInvalid(flag, default(DateTimeOffset)),
            ("string", "date") => flag => IsInvalid(flag, default(DateOnly)),
            ("string", "uri") => flag => IsInvalid(flag, new Uri("urn:a")),
            ("string", "uuid") => flag => IsInvalid(flag, default(Guid)),
            _ => flag => IsInvalid(flag, ""),
        };

        AssertAgreement(type, format, values.Select(value => $$"""{ "stable": {{value}} }"""), isInvalid);
    }

    [Fact]
    public void Python_reads_of_the_times_that_we_read_those_that_it_is_said_to_read() =>
        Vector.AllHold("times.json", c =>
        {
            var text = c.GetProperty("text").GetString()!;
            return TimeText.Parse(text).Error is not null || PythonCheck.Reads(text) == c.TryGetProperty("utc", out _)
                ? null
                : $"'{text}'";
        });

    private static void AssertAgreement(
        string? type, string? format, IEnumerable<string> flags, Func<string, bool> isInvalid)
    {
        var all = flags.Distinct().ToList();
        var value = type is null
            ? "{}"
            : $$"""{ "type": ["{{type}}"]{{(format is null ? "" : $", \"format\": \"{format}\"")}} }""";
        var schema = $$"""
            { "properties": { "s": { "properties": { "f": {
              "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }], "properties": { "stable": {{value}}, "new": {{value}} }
            } } } } }
            """;

        var differences = all.Where(flag => isInvalid(flag) != IsRefusedByTheBuild(schema, flag)).ToList();
        Assert.True(differences.Count == 0,
            $"Of {all.Count} the running program and the build disagree on:\n{string.Join('\n', differences)}");
        Assert.Contains(all, isInvalid.Invoke);
        Assert.Contains(all, flag => !isInvalid(flag));
    }

    private static bool IsRefusedByTheBuild(string schema, string flag) => new ConfigDrift
    {
        Config = ConfigDocument.Read(ConfigOf(flag)),
        Schema = DeclaredSchema.Read("app.schema.json", schema),
        Settings = DriftSettings.Read(null, null),
    }.Find().Any(problem => new DriftAnalyzer().SupportedDiagnostics
        .Single(rule => rule.Id == problem.Rule.Id).DefaultSeverity == DiagnosticSeverity.Error);

    // Nobody is an early adopter: to them a bad schedule doesn't matter.
    private static bool IsInvalid<T>(string flag, T otherwise) =>
        SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(ConfigOf(flag)))
            .GetFlag<T>("s", "f", otherwise)
            .Explain("nobody").Reason is EvaluationReason.Invalid or EvaluationReason.WrongType;

    private static string ConfigOf(string flag) => $$"""{ "s": { "f": {{flag}} } }""";

    private static string With(string flag, string field, string? value)
    {
        var fields = JsonDocument.Parse(flag).RootElement.EnumerateObject()
            .Where(member => member.Name != field)
            .Select(member => $"\"{member.Name}\": {member.Value.GetRawText()}");
        return $"{{ {string.Join(", ", value is null ? fields : fields.Append($"\"{field}\": {value}"))} }}";
    }
}
