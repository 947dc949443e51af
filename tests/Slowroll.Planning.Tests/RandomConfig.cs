using System.Text.Json.Nodes;

namespace Slowroll.Planning.Tests;

/// <summary>Configs with everything that a schedule may have, around the 5th of March 2030.</summary>
internal sealed class RandomConfig(Random random)
{
    /// <summary>About when all of it happens.</summary>
    public static readonly DateTimeOffset Middle = new(2030, 3, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A config of so many flags, all of them valid.</summary>
    public string Next(int flags)
    {
        JsonObject settings = new()
        {
            ["audiences"] = new JsonObject
            {
                ["few"] = new JsonObject { ["keys"] = new JsonArray("host-1", "host-2", "host-3", "host-77") },
                ["many"] = new JsonObject { ["patterns"] = new JsonArray("host-[0-9]*[02468]") },
            },
        };
        if (Chance(3))
            settings["hours"] = "Mon-Fri 08:00-16:30Z; Sat 22:00-03:00Z";
        if (Chance(3))
            settings["freezes"] = new JsonArray(Freeze());
        JsonObject features = [];
        for (var i = 0; i < flags; i++)
            features[$"flag_{i}"] = Flag();
        return new JsonObject { ["$slowroll"] = settings, ["features"] = features }.ToJsonString();
    }

    /// <summary>An instant near the middle, to the microsecond or to the hour.</summary>
    public DateTimeOffset Instant() => Middle + (Chance(2)
        ? TimeSpan.FromHours(random.Next(-150, 150))
        : TimeSpan.FromMicroseconds(random.NextInt64(-500_000_000_000, 500_000_000_000)));

    private JsonObject Flag()
    {
        var (isFalling, hasWaves) = (Chance(5), Chance(3));
        JsonObject flag = new() { ["stable"] = false, ["new"] = true };
        Schedule(flag, isFalling, hasWaves);
        if (Chance(3))
            flag["salt"] = Chance(2) ? "x" : "y";
        if (Chance(3))
            flag["early_adopters"] = new JsonArray("host-5", "host-2", "nobody");
        if (Chance(6))
            flag["early_adopter_patterns"] = new JsonArray("host-1[0-9]");
        if (Chance(4))
            flag["hours"] = "Mon-Sun 06:15-18:45+01:00";
        if (Chance(4))
            flag["freezes"] = new JsonArray(Freeze(), Freeze());
        if (Chance(8))
            flag["urgent"] = Text(Instant());
        if (Chance(3))
            flag["rollback"] = Rollback();
        if (hasWaves)
            flag["waves"] = new JsonArray(Wave("few", isFalling), Wave("many", isFalling), Wave(null, isFalling));
        return flag;
    }

    private void Schedule(JsonObject flag, bool isFalling, bool hasWaves)
    {
        if (Chance(2))
        {
            flag[Chance(2) && !hasWaves ? "end_time" : "start_time"] = Text(Instant());
            flag["duration"] = Duration();
            flag["start_pct"] = isFalling ? 90 : random.Next(20);
            flag["end_pct"] = isFalling ? 10.5 : 100 - random.Next(20);
            return;
        }

        flag["start_time"] = Text(Instant());
        flag["start_pct"] = isFalling ? 100 : 0;
        flag["steps"] = Steps(isFalling);
    }

    private JsonArray Steps(bool isFalling)
    {
        JsonArray steps = [];
        double[] shares = [1, 12.5, 12.5, 50, 99.9];
        foreach (var share in shares.Where(_ => Chance(2)).DefaultIfEmpty(33.3))
        {
            JsonObject step = new() { ["pct"] = isFalling ? 100 - share : share };
            if (Chance(2))
                step["over"] = Duration();
            if (Chance(2))
                step["hold"] = Duration();
            steps.Add(step);
        }

        return steps;
    }

    private JsonObject Wave(string? audience, bool isFalling)
    {
        JsonObject wave = [];
        if (audience is not null)
            wave["audience"] = audience;
        if (Chance(2))
            wave["after"] = Duration();
        if (Chance(3))
        {
            wave["steps"] = Steps(isFalling);
            wave["start_pct"] = isFalling ? 100 : 0;
        }

        if (Chance(4))
            wave["freezes"] = new JsonArray(Freeze());
        if (Chance(4))
            wave["rollback"] = Rollback();
        return wave;
    }

    private JsonObject Freeze()
    {
        var from = Instant();
        JsonObject freeze = new() { ["from"] = Text(from), ["reason"] = "a\tb" };
        if (!Chance(5))
            freeze["until"] = Text(from.AddMinutes(random.Next(1, 5000)));
        return freeze;
    }

    private JsonObject Rollback()
    {
        JsonObject rollback = new() { ["from"] = Text(Instant()) };
        if (Chance(2))
            rollback["over"] = Duration();
        return rollback;
    }

    private string Duration() => Chance(5) ? $"{random.Next(1, 50)}s" : $"{random.Next(1, 80)}h";

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd HH:mm:ss.ffffff'Z'");
}
