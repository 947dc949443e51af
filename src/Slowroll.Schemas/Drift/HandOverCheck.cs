using System.Globalization;
using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.Drift;

/// <summary>Asks whom a rollout takes <c>new</c> from, when it follows on an earlier one that gave it to them.</summary>
/// <remarks>
/// <para>Where the project says as of when, the later one takes over at that instant.</para>
/// <para>Else it takes over when its ramp starts, as a second stage does: it must begin with the share that the first one
/// had reached by then. Only where it starts no later than the earlier one do both run side by side, and every instant is
/// looked at: that is what a stretched or a postponed ramp looks like.</para>
/// <para>A rollback, and a flag whose <c>new</c> is gone or has become <c>stable</c>, is meant and not told.</para>
/// </remarks>
internal sealed class HandOverCheck
{
    private readonly ConfigRollout _later;
    private readonly ShareLine _before;
    private readonly ShareLine _after;
    private readonly bool _isUnchanged;
    private readonly bool _isReshuffled;
    private readonly long? _asOf;
    private readonly string _earlierFile;
    private readonly DriftList _problems;

    private HandOverCheck(ConfigRollout earlier, ConfigRollout later, long? asOf, string earlierFile, DriftList problems)
    {
        _later = later;
        _before = earlier.Schedule is { } before ? new(before) : ShareLine.Nobody(0);
        _after = later.Schedule is { } after ? new(after) : ShareLine.Nobody(earlier.Schedule?.End ?? 0);
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
            || later.Schedule is { IsFalling: true }
            || ValueCheck.Same(type, earlier.New, later.Stable))
        {
            return;
        }

        HandOverCheck check = new(earlier, later, asOf, earlierFile, problems);
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
            : ("", "let \"start_pct\" be the share that is reached by then, or keep the schedule");
        var most = losing.Max(instant => Lost(instant).ToDouble() * 100);
        Tell(field, $"up to {Math.Max(most, 0.01).ToString("0.##", CultureInfo.InvariantCulture)} % of all hosts", When(), wayOut);
    }

    private void CheckEarlyAdopters(ConfigRollout earlier)
    {
        var names = earlier.EarlyAdopters
            .Except(_later.EarlyAdopters)
            .Where(name => !_later.HasPatternFor(name))
            .ToList();
        var patterns = earlier.Patterns.Select(pattern => pattern.Text).Except(_later.Patterns.Select(pattern => pattern.Text)).ToList();
        if (names.Count + patterns.Count == 0
            || Instants().All(instant => !(Fraction.One - _after.At(instant)).IsPositive))
        {
            return;
        }

        var when = _asOf is null ? "" : When();
        TellNames(RolloutFields.EarlyAdopters, "its early adopters", when, names);
        TellNames(RolloutFields.EarlyAdopterPatterns, "its early adopters by the pattern", when, patterns);
    }

    private void TellNames(string field, string who, string when, List<string> names)
    {
        const int Shown = 3;
        if (names.Count > 0)
        {
            var more = names.Count > Shown ? $" and {names.Count - Shown} more" : "";
            Tell(field, $"{who} {string.Join(", ", names.Take(Shown).Select(name => $"'{MessageText.Of(name)}'"))}{more}", when, "keep them until everybody has 'new'");
        }
    }

    private void Tell(string field, string whom, string when, string wayOut) => _problems.AddFlag(
        DriftRules.TakesAway, _later.RangeOf(field), _later.Flag.Section, _later.Flag.Key,
        _later.Flag.Path, whom, MessageText.Path(_earlierFile), when, wayOut);

    // When the later rollout may take over.
    private IEnumerable<long> Instants() => _asOf is { } asOf ? [asOf]
        : _after.Start > _before.Start ? [_after.Start]
        : _before.Corners.Concat(_after.Corners);

    private bool Loses(long instant) => Lost(instant).IsPositive;

    // Under another salt everybody has another position, so the two shares overlap by chance.
    private Fraction Lost(long instant) => _isReshuffled
        ? _before.At(instant) * (Fraction.One - _after.At(instant))
        : _before.At(instant) - _after.At(instant);

    private string When()
    {
        if (_asOf is { } asOf)
        {
            return $" on {PythonCheck.InItsWords(Schedule.InstantOf(asOf))}";
        }

        var corners = _before.Corners.Concat(_after.Corners).OrderBy(at => at).ToList();
        var first = corners.FindIndex(Loses);
        return first <= 0 ? "" : $" after {PythonCheck.InItsWords(Schedule.InstantOf(LastSafe(corners[first - 1], corners[first])))}";
    }

    // Between two corners the shares go straight, so they cross once; to the second is enough for people.
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
