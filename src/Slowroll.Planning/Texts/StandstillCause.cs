using Slowroll.Rollouts;
using Slowroll.Texts;

namespace Slowroll.Planning.Texts;

/// <summary>Says why a schedule stands still: <c>outside of the hours</c>, <c>freeze: too many errors</c>.</summary>
internal static class StandstillCause
{
    /// <summary>The cause, on one line.</summary>
    public static string Of(Standstill still) => still.Freeze switch
    {
        null => "outside of the hours",
        { Reason: { } reason } => $"freeze: {OneLine.Of(reason)}",
        _ => "freeze",
    };
}
