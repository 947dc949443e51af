using Slowroll.Simulation;
using Slowroll.Simulation.Scenarios;

// Prints the figures of docs/fleet.md, and draws its pictures; with numbers of your own, see CommandLine.
if (CommandLine.Parse(args, out var error) is not { } commandLine)
{
    await Console.Error.WriteLineAsync($"{error}\n\n{CommandLine.Usage}");
    return 2;
}

foreach (var outcome in AllScenarios.Run(commandLine.Settings))
{
    Console.WriteLine(outcome.Table);
    if (commandLine.Pictures is { } folder)
        Pictures.Write(outcome, folder);
}

return 0;
