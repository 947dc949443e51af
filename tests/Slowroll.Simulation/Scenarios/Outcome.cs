using Slowroll.Charts;

namespace Slowroll.Simulation.Scenarios;

/// <summary>What a scenario gave.</summary>
/// <param name="Name">A short name, also of its picture's file.</param>
/// <param name="Table">Its figures.</param>
/// <param name="Chart">Its picture; null for none.</param>
internal sealed record Outcome(string Name, Printing.Table Table, QuantityChart? Chart);
