using System.Text;
using Slowroll.Documents;
using Slowroll.Rollouts;

namespace Slowroll.Simulation.Shares;

/// <summary>A rollout of three days, with steps and hours, as the runtime reads and decides it.</summary>
internal sealed class SteppedRollout
{
    /// <summary>How many hours are looked at, from <see cref="Start"/> on.</summary>
    public const int Hours = 72;

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
                { "pct": 10, "over": "6h" },
                { "pct": 50, "over": "10h" },
                { "pct": 100, "over": "10h" }
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

    /// <summary>The bucket of a hash key.</summary>
    public uint BucketOf(string hashKey) => HashKey.Unhashed(hashKey).Bucket(_hasher, _rollout.Salt);

    /// <summary>Whether a bucket is on <c>new</c> in an hour.</summary>
    public bool IsNew(uint bucket, int hour) => _rollout.Ramp!.SideAt(bucket, TicksOf(hour)) == Side.New;

    /// <summary>How many buckets are on <c>new</c> in an hour.</summary>
    /// <param name="buckets">In ascending order: a lower one is never later.</param>
    /// <param name="hour">The hour.</param>
    public int CountAt(uint[] buckets, int hour)
    {
        var (low, high) = (0, buckets.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = IsNew(buckets[middle], hour) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
