using System.Text.Json;
using Slowroll;

namespace Acme;

/// <summary>Asks for its flags by their names, as any JSON.</summary>
internal sealed class Search(SlowrollConfig config, string host)
{
    private const string Section = "search";
    private const string Prefix = "time";
    private static readonly string Weighting = "weights";

    private readonly Flag<int> _timeout = config.GetFlag(Shop.Keys.Timeout);

    public JsonElement Json => config.GetValue<JsonElement>("search", "timeout", host, default);

    public Flag<JsonElement> Fuzzy(bool fuzzy) => config.GetFlag<JsonElement>(Section, nameof(fuzzy), default);

    public Flag<JsonElement> Theme(FlagKey<JsonElement> other) =>
        config.GetFlag(other == default ? new FlagKey<JsonElement>("look", "theme", default) : other);

    public int Timeout() => _timeout.Evaluate(host);

    public string Why()
    {
        var section = Section;
        var timeout = config.Explain(section, $"{Prefix}out", host);
        var weights = config.Explain(Section, Weighting, "web-1");
        return $"{timeout.Reason} {weights.Reason}";
    }
}
