using System.Text;
using Slowroll.Documents;
using Slowroll.Rollouts;

namespace Slowroll.Simulation.Shares;

/// <summary>A rollout of four days, with steps and hours, as the runtime reads and decides it.</summary>
internal sealed class SteppedRollout
{
    /// <summary>How many hours are looked at, from <see cref="Start"/> on.</summary>
    public const int Hours = 96;

    private readonly Rollout _rollout;
    private readonly Func<string, uint> _hasher;

    /// <param name="hasher">From a hash key to its bucket.</param>
    /// <param name="salt">The rollout's salt; null for none.</param>
    public SteppedRollout(Func<string, uint> hasher, string? salt)
    {
        var snapshot = ConfigReader.Read(Encoding.UTF8.GetBytes(Config(salt)));
        snapshot.TryGetText(new FlagName("features", "fast_index"), out var text);
        (_rollout, _hasher) = (RolloutReader.Read(text, snapshot.Settings).Value.Rollout, hasher);
    }

    /// <summary>The midnight before the first step.</summary>
    public static DateTimeOffset Start { get; } = new(2030, 3, 4, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The config with the rollout.</summary>
    public static string Config(string? salt) => $$"""
        {
          "features": {
            "fast_index": {
              "stable": false, "new": true,{{(salt is null ? "" : $" \"salt\": \"{salt}\",")}}
              "start_time": "2030-03-04 08:00Z",
              "steps": [
                { "pct": 1, "hold": "4h" },
                { "pct": 10, "over": "12h" },
                { "pct": 50, "over": "9h" },
                { "pct": 100, "over": "9h" }
              ],
              "hours": "Mon-Fri 08:00-18:00Z"
            }
          }
        }
        """;

    /// <summary>The instant of an hour, in the middle of it, where a step is under way.</summary>
    public static long TicksOf(int hour) => (Start + TimeSpan.FromHours(hour + 0.5)).UtcTicks;

    /// <summary>The share that the schedule wants, from 0 to 1.</summary>
    public double IdealAt(int hour)
    {
        var (numerator, denominator) = _rollout.Ramp!.ShareAt(TicksOf(hour));
        return (double)numerator / (double)denominator;
    }

    /// <summary>The first hour in which a hash key is on <c>new</c>; <see cref="Hours"/> if there is none.</summary>
    /// <remarks>It stays there: the rollout has no rollback.</remarks>
    public int FirstHourOf(string hashKey)
    {
        var from = _rollout.Ramp!.TimeOnNewOf(HashKey.Unhashed(hashKey).Bucket(_hasher, _rollout.Salt)).FromTicks;
        var (low, high) = (0, Hours);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = TicksOf(middle) >= from ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
