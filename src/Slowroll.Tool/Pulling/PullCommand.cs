using System.Globalization;

namespace Slowroll.Tool.Pulling;

/// <summary>The command that brings snapshots up to date, one after the other. One that fails stops none of the others.</summary>
internal sealed record PullCommand
{
    // By its code a build can be told to fail at it, or to be silent.
    private const string NotPulled = "SLOW4001";

    public required IReadOnlyList<Snapshot> Snapshots { get; init; }

    /// <summary>Where ETags are kept between two runs; null for nowhere.</summary>
    public string? ETagFolder { get; init; }

    /// <summary>How long a server may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Reads the command's own arguments.</summary>
    /// <exception cref="UsageException">They can't be understood.</exception>
    public static PullCommand Parse(IReadOnlyList<string> arguments)
    {
        List<string> plain = [];
        Dictionary<string, string> options = new(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
                plain.Add(arguments[i]);
            else if (arguments[i] is not ("--list" or "--etags" or "--timeout"))
                throw new UsageException($"'{arguments[i]}' is no option of 'slowroll pull'.");
            else if (i + 1 == arguments.Count)
                throw new UsageException($"'{arguments[i]}' needs a value after it.");
            else
                options[arguments[i]] = arguments[++i];
        }

        return new()
        {
            Snapshots = SnapshotsOf(plain, options.GetValueOrDefault("--list")),
            ETagFolder = options.GetValueOrDefault("--etags"),
            Timeout = options.TryGetValue("--timeout", out var seconds) ? TimeoutOf(seconds) : TimeSpan.FromSeconds(30),
        };
    }

    /// <summary>Pulls all snapshots, and writes a line about each.</summary>
    public async Task<ExitCode> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var exitCode = ExitCode.Done;
        foreach (var snapshot in Snapshots)
        {
            var outcome = await new SnapshotPull(snapshot, ETagFolder is null ? null : new(ETagFolder), Timeout).PullAsync(cancellationToken);
            output.WriteLine(outcome switch
            {
                // As a compiler writes it, so that builds and editors know it for a warning about that file.
                PullOutcome.Failed failed => $"{snapshot.Path} : warning {NotPulled}: {failed.Reason} The snapshot stays as it was.",
                PullOutcome.Updated updated => $"{snapshot.Path}: updated, {updated.Length} bytes from {updated.SourceName}",
                _ => $"{snapshot.Path}: unchanged",
            });
            exitCode = outcome is PullOutcome.Failed ? ExitCode.Failed : exitCode;
        }

        return exitCode;
    }

    private static IReadOnlyList<Snapshot> SnapshotsOf(List<string> plain, string? list) => (plain, list) switch
    {
        ([var url, var path], null) => [Snapshot.Of(path, url)],
        ([], not null) => Snapshot.ReadList(list),
        _ => throw new UsageException("'slowroll pull' takes a URL and a file, or a --list of them."),
    };

    private static TimeSpan TimeoutOf(string seconds) =>
        double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 3600
            ? TimeSpan.FromSeconds(value)
            : throw new UsageException($"--timeout can't be '{seconds}': it is a number of seconds up to 3600.");
}
