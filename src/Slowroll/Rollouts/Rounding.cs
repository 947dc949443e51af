using System.Numerics;

namespace Slowroll.Rollouts;

/// <summary>Rounding as Python and IEEE 754 do it: to the nearest, a tie to the even neighbour.</summary>
internal static class Rounding
{
    /// <summary>The quotient of a number and a positive one.</summary>
    public static T DivideHalfToEven<T>(T dividend, T divisor) where T : IBinaryInteger<T>
    {
        var (quotient, rest) = T.DivRem(dividend, divisor);
        if (T.IsNegative(rest))
        {
            quotient--;
            rest += divisor;
        }

        // rest against divisor - rest, not 2 * rest against divisor: doubling could leave the type.
        var up = rest.CompareTo(divisor - rest);
        return up > 0 || (up == 0 && T.IsOddInteger(quotient)) ? quotient + T.One : quotient;
    }
}
