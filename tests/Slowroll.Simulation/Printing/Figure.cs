using System.Globalization;

namespace Slowroll.Simulation.Printing;

/// <summary>Numbers as a reader sees them.</summary>
internal static class Figure
{
    /// <summary>A count, with commas.</summary>
    public static string Of(double count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with some decimals.</summary>
    public static string Of(double number, int decimals) =>
        number.ToString($"N{decimals}", CultureInfo.InvariantCulture);

    /// <summary>Seconds, or that it did not happen within the simulated time.</summary>
    public static string Seconds(int? seconds) => seconds is { } known ? $"{Of(known)} s" : "not yet";
}
