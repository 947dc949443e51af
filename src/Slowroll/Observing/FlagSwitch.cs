namespace Slowroll.Observing;

/// <summary>This process has entered or left <c>new</c> of a flag.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="From">The side before.</param>
/// <param name="To">The side now; one of the two is <see cref="Side.New"/>.</param>
/// <param name="Reason">What was the cause.</param>
/// <param name="ETag">The ETag of the config that puts it on that side; null for none.</param>
internal readonly record struct FlagSwitch(FlagName Flag, Side From, Side To, SwitchReason Reason, string? ETag);

/// <summary>Why a process switches.</summary>
internal enum SwitchReason
{
    /// <summary>The instant at which the schedule switches it has come.</summary>
    Schedule,

    /// <summary>A rollback has taken <c>new</c> back.</summary>
    Rollback,

    /// <summary>A new config says something else.</summary>
    Config,

    /// <summary>A lock of this machine was added, changed or removed.</summary>
    Lock,

    /// <summary>The clock was set back.</summary>
    Clock,
}
