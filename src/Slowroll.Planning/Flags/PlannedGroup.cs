using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Texts;

namespace Slowroll.Planning.Flags;

/// <summary>Hosts that a flag treats alike, and where they stand.</summary>
internal sealed record PlannedGroup
{
    /// <summary>Who they are.</summary>
    public required HostGroup Group { get; init; }

    /// <summary>What they are called: the flag, with waves also the wave.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the wave's audience; null without one.</summary>
    public required string? Audience { get; init; }

    /// <summary>Whether they are the early adopters.</summary>
    public bool IsEarly { get; init; }

    /// <summary>Where they stand.</summary>
    public required GroupState State { get; init; }

    /// <summary>What happens to them next; null for nothing.</summary>
    public CourseEvent? Next { get; init; }

    /// <summary>How many hosts they are; null where the hosts aren't known.</summary>
    public int? Hosts { get; init; }

    /// <summary>How many of these are on <c>new</c>; null where the hosts aren't known, and for a flag that gives
    /// everybody a number between its values.</summary>
    public int? HostsOnNew { get; init; }

    /// <summary>Whether it takes the hosts to know who they are.</summary>
    public bool NeedsHosts => IsEarly || Audience is not null || Group.Without.Count > 0;

    /// <summary>A group of a flag.</summary>
    public static PlannedGroup Of(string flag, HostGroup group, string? audience, bool isEarly, long instant)
    {
        var state = GroupState.At(group.Course, instant);
        return new()
        {
            Group = group,
            Name = isEarly ? $"{flag}, early adopters"
                : group.Wave is not { } wave ? flag
                : audience is null ? $"{flag}, wave {wave + 1}"
                : $"{flag}, wave {wave + 1} ({OneLine.Of(audience)})",
            Audience = audience,
            IsEarly = isEarly,
            State = state,
            Next = state.Moves ? CourseEvents.After(group.Course, instant).FirstOrDefault() : null,
        };
    }
}
