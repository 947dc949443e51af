using System.Globalization;
using Slowroll.Texts;

namespace Slowroll.Rollouts;

/// <summary>A share of all positions, 0 to 100 percent, in billionths of a percent.</summary>
/// <remarks>Nine decimals are exact in 128-bit arithmetic, and finer than the 2.3e-8 percent between one bucket and the
/// next.</remarks>
internal readonly record struct Percentage
{
    private const decimal Scale = 1_000_000_000m;

    private Percentage(long billionths) => Billionths = billionths;

    /// <summary>0 to <see cref="Hundred"/>'s 100,000,000,000.</summary>
    public long Billionths { get; }

    /// <summary>How many parts a bucket is wide, of which a billionth of a percent has 2^21: 10^11 / 2^32 *
    /// 2^21.</summary>
    public const long PartsPerBucket = 48_828_125;

    /// <summary>The same in parts, in which each bucket's position is a whole number. At most 2^58.</summary>
    public long Parts => Billionths << 21;

    /// <summary>The lowest bucket whose position is not inside the percentage: 0 for 0, 2^32 (none) for 100.</summary>
    public long FirstBucket => (Parts + PartsPerBucket - 1) / PartsPerBucket;

    public static Percentage Zero => new(0);

    public static Percentage Hundred => new((long)(100 * Scale));

    /// <summary>Reads a JSON number as the decimal it is written as: 12.5, not the double nearest to it.</summary>
    public static Parsed<Percentage> Parse(string number)
    {
        if (!decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
            || percent < 0
            || percent > 100)
        {
            return Parsed<Percentage>.Failed($"{OneLine.Of(number)} is no percentage. Write a number from 0 to 100.");
        }

        return new Percentage((long)Math.Round(percent * Scale, MidpointRounding.ToEven));
    }

    /// <summary>The number from 0 to 100, for people.</summary>
    public double ToDouble() => Billionths / (double)Scale;
}
