using System.Globalization;

namespace Slowroll.Charts;

/// <summary>The scale of a chart of quantities: where a quantity is, and the round numbers beside the grid.</summary>
internal sealed class QuantityAxis
{
    private const int MostTicks = 6;
    private const int MostDecades = 4;

    private readonly bool _isLogarithmic;
    private readonly double _bottom;
    private readonly double _top;

    /// <param name="chart">What is drawn.</param>
    public QuantityAxis(QuantityChart chart)
    {
        var quantities = chart.Lines.SelectMany(line => line.Points, (_, point) => point.Quantity).ToList();
        var (least, most) = (Math.Min(0, quantities.Min()), chart.Top ?? quantities.Max());
        _isLogarithmic = chart.IsLogarithmic;
        if (_isLogarithmic)
        {
            var decades = (int)Math.Ceiling(Math.Log10(Math.Max(10, most)));
            (_bottom, _top) = (Math.Max(0, decades - MostDecades), decades);
            Ticks = [.. Enumerable.Range((int)_bottom, (int)(_top - _bottom) + 1).Select(power => Power(power))];
            return;
        }

        var step = most > least ? StepOf((most - least) / MostTicks) : 1;
        (_bottom, _top) = (Math.Floor(least / step) * step, Math.Max(Math.Ceiling(most / step), 1) * step);
        Ticks = [.. Enumerable.Range(0, (int)Math.Round((_top - _bottom) / step) + 1)
            .Select(tick => (Math.Round(_bottom / step) + tick) * step)];
    }

    /// <summary>Round quantities, from the lowest to the highest.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>How high a quantity is, from 0 to 1.</summary>
    public double Height(double quantity) => Math.Clamp(
        ((_isLogarithmic ? Math.Log10(Math.Max(quantity, 1)) : quantity) - _bottom) / (_top - _bottom), 0, 1);

    /// <summary>A quantity for people.</summary>
    public static string Text(double quantity) =>
        quantity.ToString("#,0.####", CultureInfo.InvariantCulture) is "-0" ? "0"
        : quantity.ToString("#,0.####", CultureInfo.InvariantCulture);

    // 1, 2 or 5, and zeros.
    private static double StepOf(double least)
    {
        var power = Power((int)Math.Floor(Math.Log10(least)));
        return power * ((double[])[1, 2, 5, 10]).First(factor => factor * power >= least);
    }

    private static double Power(int exponent) => Math.Pow(10, exponent);
}
