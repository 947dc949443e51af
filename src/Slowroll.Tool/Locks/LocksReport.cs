using Slowroll.Locking;
using Slowroll.Texts;

namespace Slowroll.Tool.Locks;

/// <summary>What is in force by a locks file, and by the environment, which goes before it.</summary>
internal sealed record LocksReport
{
    /// <summary>The variable with locks.</summary>
    public const string Variable = "SLOWROLL_LOCKS";

    /// <summary>The full path of the locks file; null for the environment alone.</summary>
    public required string? Path { get; init; }

    /// <summary>Whether there is one.</summary>
    public required bool Exists { get; init; }

    /// <summary>When it was written last; null if there is none.</summary>
    public required DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Its locks, and those of the environment.</summary>
    public required IReadOnlyList<LockInForce> Locks { get; init; }

    /// <summary>What can't be read in it, in sentences that show nothing of it.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>Reads a locks file as programs do.</summary>
    public static LocksReport Of(string path, string? environment)
    {
        LocksFile file = new(path);
        file.HasChanged(out var text, out var error);
        var inFile = LockText.Parse(text, out var faults);
        var exists = error is null && File.Exists(path);
        var before = LockText.Parse(environment ?? "", out _);
        return new()
        {
            Path = path,
            Exists = File.Exists(path),
            ChangedAt = exists ? WholeSecond(File.GetLastWriteTimeUtc(path)) : null,
            Locks =
            [
                .. before.Select(each => new LockInForce(each.Key, each.Value, LockOrigin.Environment)),
                .. inFile.Where(each => !before.ContainsKey(each.Key))
                    .Select(each => new LockInForce(each.Key, each.Value, LockOrigin.File)),
            ],
            Faults = error is null ? faults : [error, .. faults],
        };
    }

    private static DateTimeOffset WholeSecond(DateTime utc) =>
        new(utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond)), TimeSpan.Zero);

    /// <summary>A side as locks name it.</summary>
    public static string Word(Side side) => side == Side.New ? "new" : "stable";
}

/// <summary>A lock that counts.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="Side">The side.</param>
/// <param name="Origin">Where it comes from.</param>
internal sealed record LockInForce(string Flag, Side Side, LockOrigin Origin)
{
    /// <summary>It in words.</summary>
    public override string ToString() => $"{OneLine.Of(Flag)} is locked to {LocksReport.Word(Side)}"
        + (Origin == LockOrigin.Environment ? $" ({LocksReport.Variable})" : "");
}
