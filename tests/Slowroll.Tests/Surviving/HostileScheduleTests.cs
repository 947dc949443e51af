using System.Text;
using System.Text.Json.Nodes;

namespace Slowroll.Tests.Surviving;

/// <summary>Schedules that an attacker wrote.</summary>
public class HostileScheduleTests
{
    private const string Everything = """
        {
          "$slowroll": {
            "audiences": { "eu": { "keys": ["a", "b"], "patterns": ["web-[0-9]+"] } },
            "hours": "Mon-Thu 08:00-16:00Z; Fri 08:00-12:00+05:30",
            "freezes": [{ "from": "2030-12-20 00:00Z", "until": "2031-01-03 00:00Z", "reason": "x" }]
          },
          "s": { "f": {
            "stable": 0, "new": 1, "start_time": "2030-03-04 09:00Z", "start_pct": 1,
            "steps": [{ "pct": 10, "over": "4h", "hold": "8h" }, { "pct": 100, "over": "24h" }],
            "waves": [{ "audience": "eu", "after": "2d", "duration": "1d", "end_pct": 90, "rollback": { "from": "2030-04-01 00:00Z", "over": "1h" } }, {}],
            "freezes": [{ "from": "2030-03-10 00:00Z" }], "hours": "Sat 22:00-06:00Z", "urgent": "2030-03-20 00:00Z",
            "rollback": { "from": "2030-05-01 00:00Z", "over": "2h" }, "early_adopters": ["fir"]
          } }
        }
        """;

    private static readonly string[] Odd =
    [
        "null", "true", "-1", "1e999", "0.0000000001", "[]", "{}", "[null]", "[[]]", "\"\"", "\"\\ud800\"",
        "\"9999-12-31 23:59Z\"",
        "\"0001-01-01 00:00Z\"", "\"292000000d\"", "\"-1d\"", "\"0s\"", "\"Mon-Sun 00:00-00:00Z\"",
        "\"Mon 00:00-00:01-23:59\"",
        "{\"\\ud800\": 1}", "[{\"\\udfff\": 1}]",
        "{\"from\": \"9999-12-31 23:59Z\", \"over\": \"292000000d\"}", "100", "0",
    ];

    [Fact]
    public void Whatever_is_in_the_place_of_a_value_a_config_is_read_or_rejected_and_no_answer_throws()
    {
        var random = new Random(3);
        for (var round = 0; round < 4_000; round++)
        {
            var root = JsonNode.Parse(Everything)!;
            var text = Everything;
            for (var change = random.Next(1, 4); change > 0; change--)
                text = Changed(root, random);

            Assert.Null(Record.Exception(() => Ask(text)) is { } thrown and not ConfigFormatException
                ? $"{thrown} for {text}"
                : null);
        }
    }

    [Theory]
    [InlineData("waves", 50, "{}")]
    [InlineData("steps", 100, "{ \"pct\": 100 }")]
    public void More_waves_or_steps_than_the_limit_lose_the_flag(string field, int most, string item)
    {
        Assert.Null(ErrorOf(field, most, item));
        Assert.Contains($"it may have {most}", ErrorOf(field, most + 1, item), StringComparison.Ordinal);
    }

    [Fact]
    public void More_freezes_than_the_limit_reject_the_config()
    {
        const string Freeze = "{ \"from\": \"2030-03-10 00:00Z\" }";
        Assert.Null(ErrorOf("freezes", 100, Freeze));
        Assert.Contains(
            "it may have 100",
            Assert.Throws<ConfigFormatException>(() => ErrorOf("freezes", 101, Freeze)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_of_a_minute_a_week_over_thousands_of_years_take_no_loop_over_weeks()
    {
        var config = Open(
            """{"s": {"f": {"stable": 0, "new": 1, "start_time": "0001-01-01 00:00Z", "duration": "300d", "hours": "Mon 08:00-08:01Z"}}}""");

        // 432,000 minutes of one a week each are over after 8,279 years: a host in the middle switches in the year
        // 4140.
        Assert.All(Enumerable.Range(0, 1_000),
            number => Assert.InRange(config.Explain("s", "f", $"web-{number}").SwitchesAt!.Value.Year, 1, 8_281));
    }

    private static string? ErrorOf(string field, int count, string item)
    {
        var length = field == "steps" ? "" : "\"duration\": \"1d\", ";
        var items = string.Join(", ", Enumerable.Repeat(item, count));
        return Open(
            $$"""{"s": {"f": {"stable": 0, "new": 1, "start_time": "2030-03-04 09:00Z", {{length}}"{{field}}": [{{items}}] } } }""")
            .Explain("s", "f", "a").Error;
    }

    private static void Ask(string text)
    {
        foreach (var now in (DateTimeOffset[])[
            DateTimeOffset.MinValue,
            new(2030, 3, 18, 8, 0, 0, TimeSpan.Zero),
            new(2030, 5, 1, 1, 0, 0, TimeSpan.Zero),
            DateTimeOffset.MaxValue
        ])
        {
            var config = SlowrollConfig.FromJson(
                Encoding.UTF8.GetBytes(text), new SlowrollOptions { TimeProvider = new Stopped(now) });
            var flag = config.GetFlag("s", "f", -1);
            foreach (var hashKey in (string[])["fir", "a", "web-1", "other", "other"])
                Assert.Equal(flag.Explain(hashKey).Value, flag.Evaluate(hashKey));
        }
    }

    private static SlowrollConfig Open(string text) => SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(text));

    // One value at a random place becomes an odd one. JSON's own types would lose what is broken, so it is put in as
    // text.
    private static string Changed(JsonNode root, Random random)
    {
        const string Mark = "\"MARK\"";
        var places = new List<JsonNode>();
        Collect(root, places);
        var place = places[random.Next(places.Count)];
        if (place.Parent is JsonArray list)
            list[place.GetElementIndex()] = "MARK";
        else
            place.Parent!.AsObject()[place.GetPropertyName()] = "MARK";
        return root.ToJsonString().Replace(Mark, Odd[random.Next(Odd.Length)], StringComparison.Ordinal);
    }

    private static void Collect(JsonNode? node, List<JsonNode> places)
    {
        foreach (var child in node switch
        {
            JsonObject o =>
            o.Select(member => member.Value),
            JsonArray a => a,
            _ => []
        })
        {
            if (child is null)
                continue;

            places.Add(child);
            Collect(child, places);
        }
    }

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
