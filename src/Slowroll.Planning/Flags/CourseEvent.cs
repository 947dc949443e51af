namespace Slowroll.Planning.Flags;

/// <summary>What happens to a group of hosts.</summary>
internal enum EventKind
{
    /// <summary>The first step begins.</summary>
    Start,

    /// <summary>Another step begins.</summary>
    Step,

    /// <summary>A step has reached its share, which is held.</summary>
    Hold,

    /// <summary>The last step is over.</summary>
    End,

    /// <summary>A freeze, or the end of the hours, stops the schedule.</summary>
    Standstill,

    /// <summary>The schedule goes on.</summary>
    Resume,

    /// <summary>A rollback begins.</summary>
    Rollback,

    /// <summary>A rollback is over.</summary>
    RolledBack,
}

/// <summary>Something that happens to a group of hosts.</summary>
/// <param name="At">When, in microseconds since the year 1.</param>
/// <param name="Kind">What.</param>
/// <param name="Text">The same for people, behind the name: <c>starts towards 10 %</c>. It begins with a verb.</param>
/// <param name="Detail">What else there is to say; null for nothing.</param>
internal sealed record CourseEvent(long At, EventKind Kind, string Text, string? Detail);
