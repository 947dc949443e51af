using System.Runtime.CompilerServices;

namespace Slowroll.Rollouts;

/// <summary>What a rollout decides for a hash key at an instant.</summary>
/// <param name="Side">The side. <see cref="Side.Default"/> where the rollout's schedule can't be read: the caller's
/// default.</param>
/// <param name="Reason">What decided it.</param>
/// <param name="Ramp">The ramp that decided it; null where none did.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly record struct Decision(Side Side, EvaluationReason Reason, Ramp? Ramp = null);
