using Slowroll.Grammar;
using Slowroll.Planning.Page;
using Slowroll.Planning.Texts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;

namespace Slowroll.Tool.Planning.Page;

/// <summary>Collects the flags that don't move in the time of the page.</summary>
internal sealed class StillFlags
{
    private readonly List<StillFlag> _flags = [];

    /// <summary>Takes a flag.</summary>
    public void Add(string name, string state) => _flags.Add(new(name, state));

    /// <summary>Takes a flag without <c>new</c>, or one that can't be read.</summary>
    public void AddWithoutRollout(ConfigFlag flag) => Add(
        flag.Path,
        flag.Member.Value is JsonObject fields && fields.Find(RolloutFields.Stable) is not null
            && fields.Find(RolloutFields.New) is null
            ? "has no new value: everybody gets stable"
            : "can't be read: everybody gets the default. slowroll check says what is wrong");

    /// <summary>Takes a flag that moves before the time of the page or after it.</summary>
    public void AddOutside(FlagMoves flag, PageTimeline timeline) => Add(
        flag.Name, flag.Time!.Value.From > timeline.Until
        ? $"begins {PageText.Instant(flag.Time.Value.From)}, after the time of this page"
        : $"has not moved since {PageText.Instant(flag.Time.Value.Until)}");

    /// <summary>The first ones.</summary>
    public IReadOnlyList<StillFlag> First(int most) => [.. _flags.Take(most)];

    /// <summary>How many others there are, in a sentence.</summary>
    public IEnumerable<string> LeftOut(int most) => _flags.Count <= most ? [] :
    [
        $"{Amount.Number(_flags.Count)} flags don't move in this time; the page lists {Amount.Number(most)} of them.",
    ];
}
