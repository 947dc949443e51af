using System.Globalization;

namespace Slowroll.Generators.Tests.Drift.Comparing;

/// <summary>Configs with one flag, with random schedules in one week and a half.</summary>
internal sealed class RandomConfig(Random random)
{
    private static readonly DateTime Start = new(2030, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly string[] Audiences =
    [
        """{ "keys": ["a-1", "b-1"] }""", """{ "patterns": ["a-.*"] }""", """{ "patterns": ["[ab]-[1-3]"] }""", "{}",
    ];

    private bool _isFalling;

    /// <summary>An instant.</summary>
    public DateTime Instant() => Start.AddHours(random.Next(-24, 300)).AddMicroseconds(random.Next(3) - 1);

    /// <summary>A config; each flag rises, or each falls.</summary>
    public string Text()
    {
        _isFalling = random.Next(5) == 0;
        var audiences = string.Join(
            ", ", "xyz".Select(name => $"\"{name}\": {Audiences[random.Next(Audiences.Length)]}"));
        return $$"""
            {
              "$slowroll": { "audiences": { {{audiences}} }{{Maybe(Hours)}}{{Maybe(Freezes)}} },
              "s": { "f": { "stable": 1, "new": 2, "start_time": {{Time()}}, {{Length()}}{{Maybe(Waves)}}
                {{Maybe(Hours)}}{{Maybe(Freezes)}}{{Maybe(Rollback)}}{{Maybe(() => $"\"urgent\": {Time()}")}}
                {{Maybe(() => "\"early_adopters\": [\"a-1\", \"c-1\"]")}} } }
            }
            """;
    }

    private string Maybe(Func<string> field) => random.Next(3) == 0 ? ", " + field() : "";

    private string Time() =>
        $"\"{Start.AddHours(random.Next(200)).ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)}\"";

    private string Length()
    {
        List<int> shares = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(101)).Order()];
        if (_isFalling)
        {
            shares.Reverse();
        }

        var start = _isFalling ? 100 : random.Next(shares[0] + 1);
        var steps = shares.Select(share =>
            $$"""{ "pct": {{share}}, "over": "{{random.Next(4) * 11}}h", "hold": "{{random.Next(3) * 7}}h" }""");
        return random.Next(2) == 0
            ? $"\"start_pct\": {start}, \"steps\": [{string.Join(", ", steps)}]"
            : $"\"start_pct\": {start}, \"duration\": \"{random.Next(200)}h\", \"end_pct\": {(_isFalling ? 0 : 100)}";
    }

    private string Hours() => random.Next(2) == 0
        ? "\"hours\": \"Mon-Fri 08:00-16:00Z\""
        : "\"hours\": \"Fri 22:00-06:00+02:00; Sun,Tue 03:00-24:00Z\"";

    private string Freezes() => random.Next(2) == 0
        ? $$"""
            "freezes": [{ "from": {{Time()}} }]
            """
        : """
            "freezes": [{ "from": "2030-03-05 12:00Z", "until": "2030-03-06 20:00Z" },
              { "from": "2030-03-03 00:00Z", "until": "2030-03-03 20:00Z" }]
            """;

    private string Rollback() => $$"""
        "rollback": { "from": {{Time()}}, "over": "{{random.Next(4) * 13}}h" }
        """;

    private string Waves()
    {
        var waves = Enumerable.Range(0, random.Next(1, 4)).Select(_ => $$"""
            { "after": "{{random.Next(3) * 9}}h"{{Maybe(() => $"\"audience\": \"{"xyz"[random.Next(3)]}\"")}}
              {{Maybe(Length)}}{{Maybe(Hours)}}{{Maybe(Freezes)}}{{Maybe(Rollback)}} }
            """);
        return $"\"waves\": [{string.Join(", ", waves)}]";
    }
}
