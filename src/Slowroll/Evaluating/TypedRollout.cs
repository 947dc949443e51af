using Slowroll.Rollouts;

namespace Slowroll.Evaluating;

/// <summary>A flag's rollout with its two values, as a .NET type.</summary>
/// <param name="Rollout">Who is on <c>new</c>, and when.</param>
/// <param name="Stable">The value <c>stable</c>.</param>
/// <param name="New">The value <c>new</c>; the same as <paramref name="Stable"/> where there is none.</param>
/// <param name="Hasher">From a hash key to its bucket.</param>
/// <param name="Between">The numbers between the two values; null if everybody gets one of the two.</param>
internal sealed record TypedRollout<T>(
    Rollout Rollout, T Stable, T New, Func<string, uint> Hasher, Interpolation<T>? Between)
{
    /// <summary>The simplest rule that decides the flag.</summary>
    public Rule<T> ToRule() => Rollout.DecideForAll() is { } decision ? new SettledRule<T>(this, decision)
        : Between is not null && Rollout.IsScheduled ? new InterpolatedRule<T>(this, Between)
        : new RolloutRule<T>(this);

    /// <summary>The rule of the same flag, locked to a side by this machine.</summary>
    public Rule<T> LockedTo(Side side) => (this with { Rollout = Rollout.LockedTo(side) }).ToRule();

    /// <summary>The value of a side.</summary>
    public T ValueOf(Side side) => side == Side.New ? New : Stable;
}
