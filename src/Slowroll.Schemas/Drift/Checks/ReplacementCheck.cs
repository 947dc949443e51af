using System.Globalization;
using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Checks whether hosts lose <c>new</c> when a rollout replaces an earlier one.</summary>
/// <remarks>
/// <para>If the project sets a day, the later rollout replaces the earlier one at that instant.</para>
/// <para>Else it replaces it when its ramp starts, like a second stage: it must start with the share that the first
/// one has reached by then. If it doesn't start later, it is a changed ramp (longer or later), and the two are
/// compared at every instant.</para>
/// <para>Waves are not compared: who is in which depends on the hash keys. A rollback, and a flag whose <c>new</c> was
/// removed or became <c>stable</c>, are intended and not reported.</para>
/// </remarks>
internal sealed class ReplacementCheck
{
    private readonly ConfigRollout _later;
    private readonly ExactShare _before;
    private readonly ExactShare _after;
    private readonly bool _isUnchanged;
    private readonly bool _isReshuffled;
    private readonly long? _asOf;
    private readonly string _earlierFile;
    private readonly DriftList _problems;

    private ReplacementCheck(
        ConfigRollout earlier, ConfigRollout later, long? asOf, string earlierFile, DriftList problems)
    {
        _later = later;
        _before = earlier.Schedule is { } before ? new(before) : ExactShare.Nobody(0);
        _after = later.Schedule is { } after
            ? new(after)
            : ExactShare.Nobody(earlier.Schedule is { End: not OpenTime.Never and var end } ? end : 0);
        _isUnchanged = (earlier.Schedule, earlier.Salt) == (later.Schedule, later.Salt);
        _isReshuffled = earlier.Salt != later.Salt;
        _asOf = asOf;
        _earlierFile = earlierFile;
        _problems = problems;
    }

    public static void Check(
        ConfigRollout earlier, ConfigRollout later, ValueType? type, long? asOf, string earlierFile, DriftList problems)
    {
        if (earlier.Interpolate || later.Interpolate
            || later is { Schedule.IsFalling: true } or { Rollback: not null }
            || earlier.Waves.Count + later.Waves.Count > 0
            || ValueCheck.Same(type, earlier.New, later.Stable))
        {
            return;
        }

        ReplacementCheck check = new(earlier, later, asOf, earlierFile, problems);
        check.CheckShare();
        check.CheckEarlyAdopters(earlier);
    }

    private void CheckShare()
    {
        var losing = _isUnchanged ? [] : Instants().Where(Loses).ToList();
        if (losing.Count == 0)
        {
            return;
        }

        var (field, wayOut) = _isReshuffled
            ? (RolloutFields.Salt, "keep the salt until the rollout is over")
            : ("", "set \"start_pct\" to the share that is reached by then, or keep the schedule");
        var most = losing.Max(instant => Lost(instant).ToDouble() * 100);
        Report(
            field,
            $"up to {Math.Max(most, 0.01).ToString("0.##", CultureInfo.InvariantCulture)} % of all hosts",
            When(),
            wayOut);
    }

    private void CheckEarlyAdopters(ConfigRollout earlier)
    {
        var names = earlier.EarlyAdopters
            .Except(_later.EarlyAdopters)
            .Where(name => !_later.HasPatternFor(name))
            .ToList();
        var patterns = earlier.Patterns.Select(pattern => pattern.Text)
            .Except(_later.Patterns.Select(pattern => pattern.Text))
            .ToList();
        if (names.Count + patterns.Count == 0
            || Instants().All(instant => !(Fraction.One - _after.At(instant)).IsPositive))
        {
            return;
        }

        var when = _asOf is null ? "" : When();
        ReportNames(RolloutFields.EarlyAdopters, "its early adopters", when, names);
        ReportNames(RolloutFields.EarlyAdopterPatterns, "its early adopters by the pattern", when, patterns);
    }

    private void ReportNames(string field, string who, string when, List<string> names)
    {
        const int Shown = 3;
        if (names.Count > 0)
        {
            var more = names.Count > Shown ? $" and {names.Count - Shown} more" : "";
            Report(
                field,
                $"{who} {string.Join(", ", names.Take(Shown).Select(name => $"'{MessageText.Of(name)}'"))}{more}",
                when,
                "keep them until everybody has 'new'");
        }
    }

    private void Report(string field, string whom, string when, string wayOut) => _problems.AddFlag(
        DriftRules.TakesAway, _later.RangeOf(field), _later.Flag.Section, _later.Flag.Key,
        _later.Flag.Path, whom, MessageText.Path(_earlierFile), when, wayOut);

    // The instants at which the later rollout may replace the earlier one.
    private IEnumerable<long> Instants() => _asOf is { } asOf ? [asOf]
        : _after.Start > _before.Start ? [_after.Start]
        : _before.Corners.Concat(_after.Corners);

    private bool Loses(long instant) => Lost(instant).IsPositive;

    // With another salt, everybody has another position, so the two shares overlap by chance.
    private Fraction Lost(long instant) => _isReshuffled
        ? _before.At(instant) * (Fraction.One - _after.At(instant))
        : _before.At(instant) - _after.At(instant);

    private string When()
    {
        if (_asOf is { } asOf)
        {
            return $" on {PythonCheck.Format(Schedule.InstantOf(asOf))}";
        }

        var corners = _before.Corners.Concat(_after.Corners).OrderBy(at => at).ToList();
        var first = corners.FindIndex(Loses);
        return first <= 0
            ? ""
            : $" after {PythonCheck.Format(Schedule.InstantOf(LastSafe(corners[first - 1], corners[first])))}";
    }

    // Between two corners the shares are linear, so they cross once; seconds are exact enough for a message.
    private long LastSafe(long safe, long losing)
    {
        while (losing - safe > 1)
        {
            var middle = safe + (losing - safe) / 2;
            (safe, losing) = Loses(middle) ? (safe, middle) : (middle, losing);
        }

        const long Second = 1_000_000;
        return safe / Second * Second;
    }
}
