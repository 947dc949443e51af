namespace Slowroll.Simulation.Scenarios;

/// <summary>All that is simulated, in the order of the page.</summary>
internal static class AllScenarios
{
    /// <summary>The outcomes, one after the other.</summary>
    public static IEnumerable<Outcome> Run(Settings settings) =>
        ((Func<Settings, Outcome>[])
        [
            SteadyScenario.Run, RestartScenario.Run, OutageScenario.Run, ChangeScenario.Run, ShareScenario.Run,
            OverlapScenario.Run,
        ]).Select(run => run(settings));
}
