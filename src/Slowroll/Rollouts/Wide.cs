namespace Slowroll.Rollouts;

/// <summary>A whole number of 128 bits, 0 or more: what is exact where products of two <see cref="long"/> are added
/// up.</summary>
/// <remarks>The build's half has no <c>Int128</c>. This file is compiled into both.</remarks>
internal readonly record struct Wide(ulong High, ulong Low)
{
    public static implicit operator Wide(long number) => new(0, (ulong)number);

    /// <summary>The product of two numbers of 0 or more.</summary>
    public static Wide Product(long left, long right) => Product64((ulong)left, (ulong)right);

    /// <summary>The sum, which must stay below 2^128.</summary>
    public static Wide operator +(Wide left, Wide right)
    {
        var low = left.Low + right.Low;
        return new(left.High + right.High + (low < left.Low ? 1UL : 0UL), low);
    }

    /// <summary>Compares two products: below 0 where the first one is less.</summary>
    public static int CompareProducts(Wide left, Wide otherLeft, Wide right, Wide otherRight)
    {
        var (one, other) = (LongProduct(left, otherLeft), LongProduct(right, otherRight));
        return one.CompareTo(other);
    }

    /// <summary>The quotient, rounded to the nearest, a tie to the even neighbour, as Python and IEEE 754 do
    /// it.</summary>
    /// <param name="dividend">The quotient must be below 2^63.</param>
    /// <param name="divisor">More than 0, and below 2^63.</param>
    public static long DivideHalfToEven(Wide dividend, long divisor)
    {
        var (quotient, rest) = DivRem(dividend, (ulong)divisor);

        // rest against divisor - rest, not 2 * rest against divisor.
        var up = rest.CompareTo((ulong)divisor - rest);
        return (long)(up > 0 || (up == 0 && quotient % 2 == 1) ? quotient + 1 : quotient);
    }

    /// <summary>The product of two numbers.</summary>
    public static Wide Product64(ulong left, ulong right)
    {
#if NET
        var high = Math.BigMul(left, right, out var low);
        return new(high, low);
#else
        // Long multiplication in digits of 32 bits.
        const int DigitBits = 32;
        const ulong Digit = uint.MaxValue;
        var (leftHigh, leftLow) = (left >> DigitBits, left & Digit);
        var (rightHigh, rightLow) = (right >> DigitBits, right & Digit);
        var low = leftLow * rightLow;
        var middle = leftHigh * rightLow + (low >> DigitBits);
        var otherMiddle = leftLow * rightHigh + (middle & Digit);
        return new(
            leftHigh * rightHigh + (middle >> DigitBits) + (otherMiddle >> DigitBits),
            (otherMiddle << DigitBits) | (low & Digit));
#endif
    }

    // 256 bits, in two halves.
    private static ((ulong, ulong) High, (ulong, ulong) Low) LongProduct(Wide left, Wide right)
    {
        var low = Product64(left.Low, right.Low);
        var middle = Product64(left.Low, right.High);
        var otherMiddle = Product64(left.High, right.Low);
        var high = Product64(left.High, right.High);

        var second = low.High + middle.Low;
        var carry = second < middle.Low ? 1UL : 0;
        second += otherMiddle.Low;
        carry += second < otherMiddle.Low ? 1UL : 0;
        high += new Wide(0, middle.High) + new Wide(0, otherMiddle.High) + new Wide(0, carry);
        return ((high.High, high.Low), (second, low.Low));
    }

#if NET
    /// <summary>The same number; it must be below 2^127.</summary>
    public static implicit operator Int128(Wide number) => new(number.High, number.Low);

    private static (ulong Quotient, ulong Remainder) DivRem(Wide dividend, ulong divisor)
    {
        var (quotient, rest) = UInt128.DivRem(new UInt128(dividend.High, dividend.Low), divisor);
        return ((ulong)quotient, (ulong)rest);
    }
#else
    private const int DigitSize = 32;
    private const ulong LargestDigit = uint.MaxValue;

    // Long division in two digits of 32 bits. The divisor is shifted so that its first digit is large: then the
    // quotient of the first digits is at most two more than the digit that is looked for.
    private static (ulong Quotient, ulong Remainder) DivRem(Wide dividend, ulong divisor)
    {
        var high = dividend.High % divisor;
        if (high == 0)
            return (dividend.Low / divisor, dividend.Low % divisor);

        var shift = 0;
        for (; divisor >> 63 == 0; divisor <<= 1)
            shift++;
        high = (high << shift) | (dividend.Low >> (64 - shift));
        var low = dividend.Low << shift;
        var (first, rest) = DivideDigit(high, low >> DigitSize, divisor);
        (var second, rest) = DivideDigit(rest, low & LargestDigit, divisor);
        return ((first << DigitSize) + second, rest >> shift);
    }

    // Of a number of three digits, by one of two digits: one digit, and the rest. What doesn't fit into 64 bits cancels
    // out.
    private static (ulong Digit, ulong Remainder) DivideDigit(ulong high, ulong next, ulong divisor)
    {
        var (first, second) = (divisor >> DigitSize, divisor & LargestDigit);
        var (digit, rest) = (high / first, high % first);
        while (digit > LargestDigit || digit * second > ((rest << DigitSize) | next))
        {
            (digit, rest) = (digit - 1, rest + first);
            if (rest > LargestDigit)
                break;
        }

        return (digit, unchecked((high << DigitSize) + next - digit * divisor));
    }
#endif
}

/// <summary>A share of all hash keys, as an exact fraction of 1.</summary>
internal readonly record struct Share(Wide Numerator, Wide Denominator);
