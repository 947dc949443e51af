using System.Numerics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Slowroll.Evaluating;

namespace Slowroll.Tests.Evaluating;

public class InterpolationTests
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 10, 0, 0)]
    [InlineData(0, 10, 2.4, 1)]
    [InlineData(0, 10, 12, 5)]
    [InlineData(10, 0, 12, 5)]
    [InlineData(-5, 5, 12, 0)]
    [InlineData(0, 10, 24, 10)]
    [InlineData(0, 10, 48, 10)]
    public void An_integer_goes_from_stable_to_new(int stable, int @new, double hours, int expected) =>
        Assert.Equal(expected, ValueAt<int>(stable.ToString(), @new.ToString(), hours));

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 2, 2)]
    [InlineData(2, 3, 2)]
    [InlineData(3, 4, 4)]
    [InlineData(-1, 0, 0)]
    [InlineData(-2, -1, -2)]
    public void A_half_goes_to_the_even_neighbour(int stable, int @new, int expected) =>
        Assert.Equal(expected, ValueAt<int>(stable.ToString(), @new.ToString(), 12));

    [Fact]
    public void The_widest_integers_do_not_overflow() =>
        Assert.Equal(0, ValueAt<long>(long.MinValue.ToString(), long.MaxValue.ToString(), 12));

    [Fact]
    public void The_widest_integers_do_not_overflow_at_odd_percentages_either() =>
        Assert.InRange(
            ValueAt<long>(long.MinValue.ToString(), long.MaxValue.ToString(), 11,
                """, "start_pct": 0.000000001, "end_pct": 99.999999999"""),
            long.MinValue / 8, long.MaxValue / 8);

    [Fact]
    public void The_widest_integers_do_not_overflow_in_the_second_half_of_the_ramp_either() =>
        Assert.InRange(
            ValueAt<long>(long.MinValue.ToString(), long.MaxValue.ToString(), 18,
                """, "start_pct": 0.000000001, "end_pct": 99.999999999"""),
            long.MaxValue / 2 - 1_000_000_000, long.MaxValue / 2 + 1_000_000_000);

    [Theory]
    [InlineData("0", "1e999")]
    [InlineData("1e999", "0")]
    [InlineData("-1e999", "0.5")]
    public void Survive_43_a_number_beyond_every_double_can_not_be_interpolated(string stable, string @new)
    {
        var answer = Config(stable, @new, 12, "").Explain("s", "f", "key");

        Assert.Equal(EvaluationReason.Invalid, answer.Reason);
        Assert.Contains("'interpolate' needs numbers", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_is_a_double_between_the_two() =>
        Assert.Equal(0.75, ValueAt<double>("0.5", "1.0", 12));

    [Fact]
    public void The_widest_doubles_stay_finite() =>
        Assert.Equal(0, ValueAt<double>("-1.7e308", "1.7e308", 12));

    [Fact]
    public void The_widest_decimals_do_not_overflow() =>
        Assert.Equal(0m, ValueAt<decimal>("-79228162514264337593543950335", "79228162514264337593543950335", 12));

    [Fact]
    public void A_decimal_keeps_its_digits() => Assert.Equal(1.15m, ValueAt<decimal>("1.1", "1.2", 12));

    [Fact]
    public void A_nullable_number_is_interpolated_too() => Assert.Equal(5, ValueAt<int?>("0", "10", 12));

    [Fact]
    public void Any_JSON_keeps_integers_integers()
    {
        Assert.Equal("5", ValueAt<JsonElement>("0", "10", 12).GetRawText());
        Assert.Equal("0.75", ValueAt<JsonElement>("0.5", "1", 12).GetRawText());
    }

    [Fact]
    public void A_rollback_goes_back_to_stable() =>
        Assert.Equal(2, ValueAt<int>("0", "10", 18, """, "start_pct": 100, "end_pct": 0"""), tolerance: 1);

    [Fact]
    public void An_early_adopter_gets_new_at_once() =>
        Assert.Equal(10, ValueAt<int>("0", "10", -5, """, "early_adopters": ["key"]"""));

    [Fact]
    public void An_integer_is_exact_whatever_its_width_and_the_share()
    {
        var random = new Random(20301231);
        for (var round = 0; round < 20_000; round++)
        {
            var (from, to) = (Wide(), Wide());
            var denominator = (Int128)random.NextInt64(1, long.MaxValue) << random.Next(0, 36);
            var numerator = (Int128)(random.NextDouble() * (double)denominator);
            if (numerator <= 0 || numerator >= denominator)
                continue;

            Assert.Equal(ByPaper(from, to, numerator, denominator),
                Interpolations.Integer(from, to, numerator, denominator));
        }

        // Of any size, so that both ways of dividing are tried.
        long Wide() => random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(0, 64);
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 2, 2)]
    [InlineData(2, 1, 2)]
    [InlineData(0, -1, 0)]
    [InlineData(-1, -2, -2)]
    [InlineData(-3, 0, -2)]
    public void A_tie_goes_to_the_even_neighbour(long from, long to, long expected) =>
        Assert.Equal(expected, Interpolations.Integer(from, to, 1, 2));

    private static BigInteger ByPaper(long from, long to, Int128 numerator, Int128 denominator)
    {
        var exact = (BigInteger)from * denominator + ((BigInteger)to - from) * numerator;
        var down = BigInteger.DivRem(exact, denominator, out var rest);
        if (rest < 0)
            (down, rest) = (down - 1, rest + denominator);
        var half = (2 * rest).CompareTo(denominator);
        return half > 0 || (half == 0 && !down.IsEven) ? down + 1 : down;
    }

    [Fact]
    public void A_text_can_not_be_interpolated()
    {
        var answer = Config("\"a\"", "\"b\"", 12, "").Explain("s", "f", "key");

        Assert.Equal(EvaluationReason.Invalid, answer.Reason);
        Assert.Contains("'interpolate' needs numbers", answer.Error, StringComparison.Ordinal);
    }

    private static T ValueAt<T>(string stable, string @new, double hours, string more = "") =>
        Config(stable, @new, hours, more).GetValue<T>("s", "f", "key", default!);

    private static SlowrollConfig Config(string stable, string @new, double hours, string more) =>
        SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes($$$"""
                {"s": {"f": {"stable": {{{stable}}}, "new": {{{@new}}}, "interpolate": true,
                             "end_time": "2030-01-02 00:00Z", "duration": "1d"{{{more}}} } } }
                """),
            new SlowrollOptions { TimeProvider = new FakeTimeProvider(Start.AddHours(hours)) });
}
