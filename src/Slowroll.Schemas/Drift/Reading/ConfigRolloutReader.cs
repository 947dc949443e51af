using Slowroll.Grammar;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Rules;
using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Schemas.Drift.Reading;

/// <summary>Reads a flag as the running program does, and reports every mistake at its place instead of the first
/// one.</summary>
internal static class ConfigRolloutReader
{
    /// <summary>The rollout; null if it can't be read, and for a flag without <c>new</c>, of which only <c>stable</c>
    /// is read.</summary>
    /// <param name="flag">The flag.</param>
    /// <param name="type">Its declared type, if it has one: then another check reports wrong values.</param>
    /// <param name="problems">Collects what is wrong.</param>
    public static ConfigRollout? Read(ConfigFlag flag, ValueType? type, DriftList problems)
    {
        ReportedFaults faults = new(flag, type, problems);
        var settings = flag.Config?.Settings ?? ConfigSettings.None;
        var parts = new RolloutGrammar<NodeValue, ReportedFaults>(new(flag.Member.Value), settings, faults).Read();
        return parts is not { HasNew: true } || faults.AreThere ? null : new()
        {
            Flag = flag,
            Stable = parts.Stable.Node,
            New = parts.New.Node,
            EarlyAdopters = parts.EarlyAdopters,
            Patterns = parts.Patterns,
            Salt = parts.Salt,
            Interpolate = parts.Interpolate,
            Schedule = parts.Schedule,
            Settings = settings,
            Waves = parts.Waves,
            Rollback = parts.Rollback,
        };
    }

    private sealed class ReportedFaults(ConfigFlag flag, ValueType? type, DriftList problems)
        : IRolloutFaults<NodeValue>
    {
        public bool AreThere { get; private set; }

        public void Add(RolloutFault fault, NodeValue? place)
        {
            AreThere = true;

            // Another check reports that a value is no number.
            if (fault.Part == FaultyPart.Values && type is NumberType)
            {
                return;
            }

            problems.AddFlag(DriftRules.UnreadableRollout, place?.Node.Range
                ?? flag.NameRange, flag.Section, flag.Key, flag.Path, fault.Sentence);
        }

        public string? RefusalOf(NodeValue pattern) => flag.RefusalOf((JsonString)pattern.Node);
    }
}
