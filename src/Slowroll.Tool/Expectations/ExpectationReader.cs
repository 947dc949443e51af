using System.Globalization;
using Slowroll.Rollouts;
using Slowroll.Schemas.Json;

namespace Slowroll.Tool.Expectations;

/// <summary>Reads the expectations of a spec.</summary>
internal sealed class ExpectationReader(SpecFaults faults)
{
    private static readonly string[] Times = ["at", "by", "until"];
    private static readonly string[] Facts = ["has", "value", "share"];

    /// <summary>An expectation; null if something is wrong with it.</summary>
    /// <param name="node">Its JSON.</param>
    /// <param name="hosts">The hosts of the spec.</param>
    public Expectation? Read(JsonNode node, IReadOnlyList<string> hosts)
    {
        if (node is not JsonObject json)
            return Refused<Expectation>(node, "An expectation is an object: { \"flag\": \"features.x\", ... }.");

        faults.CheckNames(json, "An expectation", ["flag", "host", "hosts", .. Facts, .. Times, "from", "because"]);
        var flag = json.Find("flag")?.Value as JsonString
            ?? Refused<JsonString>(json.Find("flag")?.Value ?? json, "\"flag\" is missing: write section.key.");
        var time = TimeOf(json);
        var fact = One(json, Facts, "what is expected");
        if (flag is null || time is null || fact is null)
            return null;

        var own = OwnHosts(json);
        if (own.Count == 0 && hosts.Count == 0 && fact.Name != "share")
        {
            return Refused<Expectation>(
                json, "It isn't said for whom: write \"host\", or \"hosts\" here or in the spec.");
        }

        return new()
        {
            Flag = flag,
            Hosts = own.Count > 0 ? own : hosts,
            Has = fact.Name == "has" ? SideOf(fact.Value) : null,
            Value = fact.Name == "value" ? fact.Value : null,
            Share = fact.Name == "share" ? LimitsOf(fact.Value) : null,
            Time = time,
            Because = json.Find("because") is { Value: var because } ? TextOf(because) : null,
            Place = json.Range.Start,
        };
    }

    /// <summary>A list of hosts.</summary>
    public IReadOnlyList<string> ReadHosts(JsonNode node) =>
        node is JsonArray { Items: { Count: > 0 } items } && items.All(item => item is JsonString)
            ? [.. items.Select(item => ((JsonString)item).Text).Distinct(StringComparer.Ordinal)]
            : Refused<IReadOnlyList<string>>(node, "\"hosts\" is a list of texts, not an empty one.") ?? [];

    private IReadOnlyList<string> OwnHosts(JsonObject json)
    {
        if (json.Find("host") is not { Value: var host })
            return json.Find("hosts") is { Value: var hosts } ? ReadHosts(hosts) : [];
        if (json.Find("hosts") is { } both)
            faults.Add(both.NameRange, "\"host\" and \"hosts\" are both there: write one of them.");
        return TextOf(host) is { } text ? [text] : [];
    }

    private ExpectedTime? TimeOf(JsonObject json)
    {
        if (json.Find("from") is { } from && json.Find("until") is null)
            faults.Add(from.NameRange, "\"from\" goes with \"until\".");
        if (One(json, Times, "when") is not { } time || InstantOf(time.Value) is not { } instant)
            return null;

        var begins = json.Find("from") is { Value: var given } ? InstantOf(given) : null;
        if (begins >= instant)
            faults.Add(json.Find("from")!.Value.Range, "\"from\" is before \"until\".");
        return new(time.Name, instant, begins);
    }

    private DateTimeOffset? InstantOf(JsonNode node)
    {
        if (TextOf(node) is not { } text)
            return null;

        var isDay = text.Length == "2030-01-31".Length && text.All(letter => letter is '-' or (>= '0' and <= '9'));
        if (TimeText.Parse(isDay ? $"{text} 00:00Z" : text) is { Error: null, Value: var instant })
            return instant;

        faults.Add(node.Range, "This is no instant: write a day like '2030-01-31' or a time like '2030-01-31 12:00Z'.");
        return null;
    }

    private ShareLimits? LimitsOf(JsonNode node)
    {
        if (node is not JsonObject json || json.AllMembers.Count == 0)
            return Refused<ShareLimits>(node, "\"share\" is an object with \"atLeast\", \"atMost\" or both.");

        faults.CheckNames(json, "A share", "atLeast", "atMost");
        var (least, most) = (PercentageOf(json, "atLeast") ?? 0, PercentageOf(json, "atMost") ?? 100);
        return least <= most ? new(least, most) : Refused<ShareLimits>(node, "\"atLeast\" is more than \"atMost\".");
    }

    private decimal? PercentageOf(JsonObject json, string name)
    {
        if (json.Find(name) is not { Value: var node })
            return null;
        if (node is JsonNumber { Text: var text }
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and <= 100)
        {
            return number;
        }

        faults.Add(node.Range, $"\"{name}\" is a number from 0 to 100, in per cent.");
        return null;
    }

    private Side? SideOf(JsonNode node)
    {
        if (node is JsonString { Text: "new" or "stable" } side)
            return side.Text == "new" ? Side.New : Side.Stable;

        faults.Add(node.Range, "\"has\" is \"new\" or \"stable\".");
        return null;
    }

    private JsonMember? One(JsonObject json, string[] names, string what)
    {
        JsonMember[] found = [.. names.Select(json.Find).OfType<JsonMember>()];
        if (found is [var one])
            return one;

        faults.Add(
            found is [_, var second, ..] ? second.NameRange : json.Range,
            $"It must be said once {what}: write one of {string.Join(", ", names.Select(name => $"\"{name}\""))}.");
        return null;
    }

    private string? TextOf(JsonNode node) =>
        (node as JsonString ?? Refused<JsonString>(node, "This is a text, in quotation marks."))?.Text;

    private T? Refused<T>(JsonNode node, string sentence)
        where T : class
    {
        faults.Add(node.Range, sentence);
        return null;
    }
}
