namespace Slowroll.Rollouts;

/// <summary>Rounding as Python and IEEE 754 do it: to the nearest, a tie to the even neighbour.</summary>
internal static class Rounding
{
    /// <summary>The quotient of a number and a positive one.</summary>
    public static Int128 DivideHalfToEven(Int128 dividend, Int128 divisor)
    {
        var quotient = dividend / divisor;
        var rest = dividend - quotient * divisor;
        if (rest < 0)
        {
            quotient--;
            rest += divisor;
        }

        // rest > divisor - rest, not 2 * rest > divisor: doubling could leave 128 bits.
        var up = rest.CompareTo(divisor - rest);
        return up > 0 || (up == 0 && Int128.IsOddInteger(quotient)) ? quotient + 1 : quotient;
    }
}
