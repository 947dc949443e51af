namespace Slowroll.Rollouts;

/// <summary>A whole number of 128 bits, 0 or more: what is exact where products of two <see cref="long"/> are added up.</summary>
/// <remarks>The build's half has no <c>Int128</c>. This file is compiled into both.</remarks>
internal readonly record struct Wide(ulong High, ulong Low)
{
    public static implicit operator Wide(long number) => new(0, (ulong)number);

    /// <summary>The product of two numbers of 0 or more.</summary>
    public static Wide Product(long left, long right)
    {
#if NET
        var high = Math.BigMul((ulong)left, (ulong)right, out var low);
        return new(high, low);
#else
        // As by hand, in digits of 32 bits.
        const int DigitBits = 32;
        const ulong Digit = uint.MaxValue;
        var (leftHigh, leftLow) = ((ulong)left >> DigitBits, (ulong)left & Digit);
        var (rightHigh, rightLow) = ((ulong)right >> DigitBits, (ulong)right & Digit);
        var low = leftLow * rightLow;
        var middle = leftHigh * rightLow + (low >> DigitBits);
        var otherMiddle = leftLow * rightHigh + (middle & Digit);
        return new(
            leftHigh * rightHigh + (middle >> DigitBits) + (otherMiddle >> DigitBits),
            (otherMiddle << DigitBits) | (low & Digit));
#endif
    }

    /// <summary>The sum, which must stay below 2^128.</summary>
    public static Wide operator +(Wide left, Wide right)
    {
        var low = left.Low + right.Low;
        return new(left.High + right.High + (low < left.Low ? 1UL : 0UL), low);
    }

#if NET
    /// <summary>The same number; it must be below 2^127.</summary>
    public static implicit operator Int128(Wide number) => new(number.High, number.Low);
#endif
}

/// <summary>A share of all hash keys, as an exact fraction of 1.</summary>
internal readonly record struct Share(Wide Numerator, Wide Denominator);
