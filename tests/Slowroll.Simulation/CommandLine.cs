using System.Globalization;
using Slowroll.Rollouts;
using Slowroll.Simulation.Scenarios;
using Slowroll.Texts;

namespace Slowroll.Simulation;

/// <summary>What the program was called with.</summary>
/// <param name="Settings">What is simulated.</param>
/// <param name="Pictures">The folder that pictures are written to; null for none.</param>
internal sealed record CommandLine(Settings Settings, string? Pictures)
{
    /// <summary>How it is called.</summary>
    public const string Usage = """
        dotnet run -c Release --project tests/Slowroll.Simulation -- [options]

          --clients 1000000     how many clients; 100 to 10,000,000
          --interval 60s        the poll interval; 10s to 1h
          --outage 10m          how long the server is down; 1s to 6h
          --config-bytes 100000 how large the config is; 1 to 1,000,000,000
          --seed 20             what the random numbers begin with
          --pictures folder     writes the pictures there, light and dark; the folder must be there
        """;

    /// <summary>Reads the arguments.</summary>
    /// <param name="arguments">What stands behind the program's name.</param>
    /// <param name="error">A sentence that says what is wrong with them; null if nothing is.</param>
    public static CommandLine? Parse(IReadOnlyList<string> arguments, out string? error)
    {
        var read = Read(arguments);
        error = read.Error;
        return error is null ? read.Value : null;
    }

    private static Parsed<CommandLine> Read(IReadOnlyList<string> arguments)
    {
        var result = new CommandLine(new Settings(), null);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var (option, value) = (arguments[i], i + 1 < arguments.Count ? arguments[i + 1] : null);
            if (Reader(option) is not { } read)
                return Failed($"'{OneLine.Of(option)}' is no option.");
            if (value is null)
                return Failed($"{option} needs a value behind it.");
            if (arguments.Take(i).Where((_, place) => place % 2 == 0).Contains(option))
                return Failed($"{option} stands twice.");

            var next = read(result, value);
            if (next.Error is not null)
                return Failed($"{option}: {next.Error}");
            result = next.Value;
        }

        return result;
    }

    private static Func<CommandLine, string, Parsed<CommandLine>>? Reader(string option) => option switch
    {
        "--clients" => (line, text) => Number(
            text, 100, 10_000_000, count => line.With(line.Settings with { Clients = (int)count })),
        "--config-bytes" => (line, text) => Number(
            text, 1, 1_000_000_000, count => line.With(line.Settings with { ConfigBytes = (int)count })),
        "--seed" => (line, text) => Number(
            text, 0, long.MaxValue, seed => line.With(line.Settings with { Seed = (ulong)seed })),
        "--interval" => (line, text) => Duration(
            text, 10, TimeSpan.FromHours(1), interval => line.With(line.Settings with { Interval = interval })),
        "--outage" => (line, text) => Duration(
            text, 1, TimeSpan.FromHours(6), outage => line.With(line.Settings with { Outage = outage })),
        "--pictures" => (line, text) => Directory.Exists(text)
            ? line with { Pictures = text }
            : Failed($"the folder '{OneLine.Of(text)}' isn't there."),
        _ => null,
    };

    private CommandLine With(Settings settings) => this with { Settings = settings };

    private static Parsed<CommandLine> Number(string text, long least, long most, Func<long, CommandLine> with) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most
            ? with(number)
            : Failed(string.Create(
                CultureInfo.InvariantCulture, $"'{OneLine.Of(text)}' is no whole number from {least} to {most}."));

    private static Parsed<CommandLine> Duration(
        string text, int leastSeconds, TimeSpan most, Func<TimeSpan, CommandLine> with)
    {
        var read = DurationText.Parse(text);
        if (read.Error is not null)
            return Failed(read.Error);
        if (read.Value < leastSeconds * 1_000_000 || read.Value > most.TotalMicroseconds)
            return Failed($"'{OneLine.Of(text)}' isn't between {leastSeconds}s and {most.TotalHours}h.");
        return with(TimeSpan.FromMicroseconds(read.Value));
    }

    private static Parsed<CommandLine> Failed(string error) => Parsed<CommandLine>.Failed(error);
}
