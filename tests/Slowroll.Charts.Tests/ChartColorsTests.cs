using System.Globalization;

namespace Slowroll.Charts.Tests;

public class ChartColorsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_and_lines_have_enough_contrast(bool isDark)
    {
        var colors = isDark ? ChartColors.Dark : ChartColors.Light;

        Assert.All(
            colors.Lines.Append(colors.Text),
            color => Assert.All(
                (string[])[colors.Ground, colors.Closed],
                ground => Assert.True(
                    Contrast(color, ground) >= 4.5, $"{color} on {ground}: {Contrast(color, ground):0.0}")));
    }

    // By WCAG 2.2.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color)
    {
        double Part(int at)
        {
            var part = int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Part(1) + 0.7152 * Part(3) + 0.0722 * Part(5);
    }
}
