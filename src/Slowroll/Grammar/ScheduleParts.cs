using Slowroll.Rollouts;

namespace Slowroll.Grammar;

/// <summary>The schedule of a flag, and those of its waves.</summary>
/// <param name="Own">The flag's own. With waves nobody goes by it; it has what a wave takes from the flag.</param>
/// <param name="Waves">In the order in which they are asked; empty for none.</param>
internal sealed record ScheduleParts(Schedule Own, IReadOnlyList<WaveParts> Waves);

/// <summary>A wave of a flag, read and checked.</summary>
/// <param name="Audience">The name of its audience; null for all hash keys.</param>
/// <param name="After">How much later than the flag it starts, in microseconds.</param>
/// <param name="Schedule">Its schedule, with all that it takes from the flag.</param>
/// <param name="Rollback">The wave's own rollback; null without one.</param>
internal sealed record WaveParts(string? Audience, long After, Schedule Schedule, Rollback? Rollback);
