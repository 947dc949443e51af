using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Drift.Comparing;

/// <summary>What stops a rollout: the freezes and rollbacks of the flag and of its waves, as the config says them, with
/// their places.</summary>
internal sealed class FlagControls
{
    private readonly ConfigRollout _rollout;
    private readonly Controls _own;
    private readonly IReadOnlyList<Controls> _ofWaves;

    private FlagControls(ConfigRollout rollout)
    {
        _rollout = rollout;
        _own = new ControlGrammar<NodeValue, NoFaults<NodeValue>>(default).Read(new(rollout.Flag.Member.Value), "");
        _ofWaves = [.. WaveNodes.Select(
            wave => new ControlGrammar<NodeValue, NoFaults<NodeValue>>(default).ReadOfWave(new(wave), ""))];
    }

    /// <summary>Reads them.</summary>
    public static FlagControls Of(ConfigRollout rollout) => new(rollout);

    /// <summary>The freezes of the config, as far as they hold this flag.</summary>
    public IReadOnlyList<Freeze> OfConfig => [.. _rollout.Settings.Freezes.Select(_own.Shorten)];

    /// <summary>The freezes of the flag, or of one of its waves alone.</summary>
    public IReadOnlyList<Freeze> OwnFreezes(int? wave) => wave is { } at ? _ofWaves[at].Freezes : _own.Freezes;

    /// <summary>All freezes that hold a wave, or the flag; in the order of time, and no two of them touch.</summary>
    public IReadOnlyList<Freeze> FreezesOf(int? wave) => Freeze.Merge(
        _own.AllFreezes(_rollout.Settings.Freezes, wave is { } at ? _ofWaves[at].Freezes : []));

    /// <summary>The value of a field of a wave, or of the flag; null where there is none.</summary>
    public JsonNode? NodeOf(int? wave, string field) =>
        ((wave is { } at ? WaveNodes[at] : _rollout.Flag.Member.Value) as JsonObject)?.Find(field)?.Value;

    /// <summary>The place of that value; where there is none, that of the wave or of the flag's name.</summary>
    public TextRange RangeOf(int? wave, string field)
    {
        if (NodeOf(wave, field) is { } node)
        {
            return node.Range;
        }

        // Only the brace, so that an editor doesn't underline the whole wave.
        return wave is { } at
            ? new(WaveNodes[at].Range.Start, WaveNodes[at].Range.Start + 1)
            : _rollout.Flag.NameRange;
    }

    private IReadOnlyList<JsonNode> WaveNodes =>
        ((_rollout.Flag.Member.Value as JsonObject)?.Find(RolloutFields.Waves)?.Value as JsonArray)?.Items ?? [];
}
