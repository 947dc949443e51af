using Slowroll.Schemas.Drift.Checks;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift;

/// <summary>Checks a config against its schema, and against the earlier config that it replaces.</summary>
internal sealed record ConfigDrift
{
    /// <summary>The config.</summary>
    public required ConfigDocument Config { get; init; }

    /// <summary>The schema of the config; null if it isn't known: then only what needs no schema is
    /// checked.</summary>
    public required DeclaredSchema? Schema { get; init; }

    /// <summary>What the project says about time.</summary>
    public required DriftSettings Settings { get; init; }

    /// <summary>The earlier config that it replaces, if there is one.</summary>
    public EarlierConfig? Earlier { get; init; }

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<DriftProblem> Find()
    {
        DriftList problems = new();
        if (Config.Error is { } error)
        {
            problems.Add(DriftRules.NotJson, error.Range, error.Message);
            return problems.All;
        }

        DuplicateCheck.Check(Config.Root!, problems);
        ConfigSettingsReader.Read(Config, problems);
        PythonCheck.CheckText(Config.Text, problems);
        PythonCheck.CheckSettings(Config.Root!, problems);
        var removed = Schema is null ? [] : DeclarationCheck.Check(Config.Root!, Schema, Settings, problems);

        // A config that is rejected replaces nothing.
        var edit = Earlier is null || problems.All.Any(problem => problem.Rule == DriftRules.NotJson)
            ? null
            : new EditCheck(Earlier.Config, Earlier.Path, Config, Settings.AsOf);

        AudienceCheck.Check(Config, problems);
        WaveCheck waves = new(Config.Settings, Settings.AsOf);
        OverlapCheck overlaps = new(Settings.AsOf);
        foreach (var section in Config.Sections)
        {
            var declared = Schema?.Sections.TryGetValue(section.Name, out var known) is true ? known : null;
            foreach (var flag in ((JsonObject)section.Value).Members)
            {
                var declaredFlag = declared?.Flags.TryGetValue(flag.Name, out var type) is true ? type : null;
                var removedFrom = removed.Contains(flag) ? Schema!.FileName : null;
                if (Check(Config.FlagOf(section.Name, flag), declaredFlag, removedFrom, edit, problems) is { } rollout)
                {
                    waves.Check(rollout, problems);
                    overlaps.Add(rollout, declaredFlag);
                }
            }
        }

        overlaps.Report(problems);
        edit?.CheckSettings(problems);
        return problems.All;
    }

    /// <summary>Why the earlier config can't be compared, with places in that config.</summary>
    public IReadOnlyList<DriftProblem> FindInEarlier()
    {
        DriftList problems = new();
        if (Earlier?.Config.Error is { } error)
        {
            problems.Add(DriftRules.NotJson, error.Range, error.Message);
        }

        foreach (var flag in Config.Flags)
        {
            if (Earlier?.Config.Find(flag.Section, flag.Key) is { } before
                && ConfigRolloutReader.Read(flag, null, new()) is not null)
            {
                DriftList reasons = new();
                ConfigRolloutReader.Read(before, null, reasons);
                foreach (var reason in reasons.All)
                {
                    problems.AddFlag(
                        DriftRules.Unclear, reason.Range, flag.Section, flag.Key,
                        $"The earlier rollout of flag '{flag.Path}' can't be read, so it isn't known who loses "
                            + $"'new': {reason.Arguments[1]}");
                }
            }
        }

        return problems.All;
    }

    private ConfigRollout? Check(
        ConfigFlag flag, DeclaredFlag? declared, string? removedFrom, EditCheck? edit, DriftList problems)
    {
        var known = problems.All.Count;
        ConfigSettingsReader.CheckControls(flag, problems);
        var isRejected = problems.All.Count > known;
        var rollout = ConfigRolloutReader.Read(flag, declared?.Type, problems);
        ValueCheck.Check(flag, declared?.Type, problems);
        FieldCheck.Check(flag, declared, problems);
        EffectCheck.Check(flag, problems);
        PythonCheck.CheckFields(flag, problems);
        if (rollout is null)
        {
            return null;
        }

        if (!StandstillCheck.Check(rollout, problems))
        {
            TrueEndCheck.Check(rollout, Settings.AsOf, problems);
        }

        FinishedCheck.Check(rollout, Settings, removedFrom, problems);
        PythonCheck.CheckTime(rollout, problems);
        RollbackStartCheck.Check(rollout, problems);
        if (!isRejected)
        {
            edit?.Check(rollout, declared?.Type, problems);
        }

        return rollout;
    }
}

/// <summary>A config that another one replaces.</summary>
/// <param name="Path">Its path as in the project, for messages: two snapshots of one config often have the same file
/// name.</param>
/// <param name="Config">The config.</param>
internal sealed record EarlierConfig(string Path, ConfigDocument Config);
