using System.Globalization;
using Slowroll.Rollouts;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Serving;

/// <summary>The faults that are asked for.</summary>
/// <param name="Percentage">How many per cent of all requests fail.</param>
/// <param name="Delay">How long each answer is held back.</param>
internal sealed record ServingFaults(double Percentage, TimeSpan Delay)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);
    private static readonly int[] Statuses = [503, 500];

    private readonly Lock _gate = new();
    private double _due;
    private int _failed;

    /// <summary>Reads them from a call.</summary>
    /// <exception cref="UsageException">They can't be read.</exception>
    public static ServingFaults Read(string? percentage, string? delay) =>
        new(PercentageOf(percentage), DelayOf(delay));

    /// <summary>The status with which the next request fails; null if it doesn't. They are spread evenly, so that of a
    /// hundred requests exactly as many fail.</summary>
    public int? NextFailure()
    {
        lock (_gate)
        {
            _due += Percentage;
            if (_due < 100)
                return null;

            _due -= 100;
            return Statuses[_failed++ % Statuses.Length];
        }
    }

    private static double PercentageOf(string? text) => text is null ? 0
        : double.TryParse(
            text.TrimEnd('%').TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and <= 100
            ? number
            : throw new UsageException($"--fail: '{Shown(text)}' is no percentage. Write one like 20%.");

    private static TimeSpan DelayOf(string? text)
    {
        if (text is null)
            return TimeSpan.Zero;

        var read = DurationText.Parse(text);
        if (read.Error is { } error)
            throw new UsageException($"--delay: {UrlText.WithoutSecrets(error)}");

        return read.Value >= 0 && read.Value <= LongestDelay.TotalMicroseconds
            ? TimeSpan.FromMicroseconds(read.Value)
            : throw new UsageException($"--delay: '{Shown(text)}' is no time from 0s to 1h.");
    }

    private static string Shown(string text) => OneLine.Of(UrlText.Shown(text));
}
