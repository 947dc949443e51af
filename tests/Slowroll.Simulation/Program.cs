using Slowroll.Simulation;
using Slowroll.Simulation.Scenarios;

// Prints the figures of docs/fleet.md, and draws its pictures; with numbers of your own, see CommandLine.
var read = CommandLine.Parse(args);
if (read.Error is { } error)
{
    await Console.Error.WriteLineAsync($"{error}\n\n{CommandLine.Usage}");
    return 2;
}

foreach (var outcome in AllScenarios.Run(read.Value.Settings))
{
    Console.WriteLine(outcome.Table);
    if (read.Value.Pictures is { } folder)
        Pictures.Write(outcome, folder);
}

return 0;
