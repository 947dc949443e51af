using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;

namespace Slowroll.Tests.Vectors;

/// <summary>Odd configs: each is answered as the original answers it, or its kind is a row of Differences.md.</summary>
public class OddVectors
{
    private const string Failed = "failed";
    private const string Refused = "refused";

    // What a case can be an example of, by the name of its row. The first that fits is the one: a document that is
    // rejected says nothing of its flags, a flag that is invalid nothing of its fields.
    private static readonly (string Row, Regex Text)[] Kinds =
    [
        ("no number", new(@": -?(NaN|Infinity)\b")),
        ("no stable", new("""^(?!.*"stable": )""")),
        ("adopters no list", new(@"""early_adopters"": [""{]")),
        ("boolean percentage", new("""_pct": (true|false)""")),
        ("percentages", new("""_pct": [-\d]""")),
        ("RFC 3339", new(@"""end_time"": ""[^""]*(T|[+-]\d\d:\d\d"")")),
    ];

    [Fact]
    public void Every_odd_config_is_answered_as_the_original_does_or_is_listed_with_the_reason() =>
        Vector.AllHold("odd.json", c =>
        {
            var answer = Answer(c);
            if (IsTheOriginals(answer, c))
                return null;

            return RowOf(c) is { } row && Differences.HeldBy.ContainsKey(row)
                ? null
                : $"{c.GetProperty("text")} for '{c.GetProperty("key")}' "
                    + $"at {c.GetProperty("now")}: {answer}, upstream {Expected(c)}. Row: {RowOf(c)}";
        });

    [Fact]
    public void Every_row_that_odd_configs_hold_is_needed_by_one()
    {
        var needed = Vector.CasesOf("odd.json").Where(c => !IsTheOriginals(Answer(c), c)).Select(RowOf);

        Assert.Equal(
            Differences.HeldBy.Where(row => row.Value == "odd.json")
                .Select(row => row.Key)
                .Order(StringComparer.Ordinal),
            needed.OfType<string>().Distinct().Order(StringComparer.Ordinal));
    }

    private static string? RowOf(JsonElement c) =>
        Array.Find(Kinds, kind => kind.Text.IsMatch(c.GetProperty("text").GetString()!)).Row;

    // Where the original failed, anything that is clear will do.
    private static bool IsTheOriginals(string answer, JsonElement c) =>
        answer == Expected(c) || (Expected(c) == Failed && answer == Refused);

    private static string Expected(JsonElement c) =>
        c.TryGetProperty("side", out var side) ? side.GetString()! : Failed;

    // Refused is what says why: a document with line and column, a flag with a sentence.
    private static string Answer(JsonElement c)
    {
        var now = DateTimeOffset.Parse(c.GetProperty("now").GetString()!, CultureInfo.InvariantCulture);
        var (section, flag) =
            c.GetProperty("flag").GetString()!.Split('.') is [var first, var second] ? (first, second) : default;
        var key = c.GetProperty("key").GetString()!;
        SlowrollConfig config;
        try
        {
            config = SlowrollConfig.FromJson(
                Encoding.UTF8.GetBytes(c.GetProperty("text").GetString()!),
                new SlowrollOptions { TimeProvider = new FakeTimeProvider(now) });
        }
        catch (ConfigFormatException exception)
        {
            return exception is { Message.Length: > 0, Line: > 0, Column: > 0 } ? Refused : "rejected without a reason";
        }

        var answer = config.GetFlag(section!, flag!, "default").Explain(key);
        return (answer.Side, config.GetValue(section!, flag!, key, "default")) switch
        {
            (Side.Stable, "S") => "stable",
            (Side.New, "N") => "new",
            (Side.Default, "default") when answer.Error is { Length: > 0 } => Refused,
            var other => $"{other}",
        };
    }
}
