using System.Globalization;
using Slowroll.Patterns;
using Slowroll.Rollouts;
using Slowroll.Texts;

namespace Slowroll.Grammar;

/// <summary>Reads what a config says of a flag: which fields there are, in which order they are checked, and what is
/// wrong with them. The one place for all of it, for the running program and for the build.</summary>
/// <param name="flag">The flag's object.</param>
/// <param name="settings">What the config says of all flags.</param>
/// <param name="faults">Takes what is wrong. The running program keeps the first one, the build all of them.</param>
internal readonly ref struct RolloutGrammar<TValue, TFaults>(TValue flag, ConfigSettings settings, TFaults faults)
    where TValue : struct, IJsonValue<TValue>
    where TFaults : IRolloutFaults<TValue>
{
    private const int NamesShown = 5;

    /// <summary>What the flag says; null if it has no value at all to give.</summary>
    public RolloutParts<TValue>? Read()
    {
        if (flag.Kind != JsonKind.Object)
        {
            Refuse($"The flag is {flag.Kind.InWords()}, not an object with 'stable' in it.", flag);
            return null;
        }

        var hasStable = flag.TryGet(RolloutFields.Stable, out var stable);
        if (!hasStable)
        {
            Refuse(
                $"The flag has no 'stable', the value for everybody who is not on 'new'; it has {NamesInIt()}.", null);
        }

        if (!flag.TryGet(RolloutFields.New, out var @new))
            return hasStable ? new RolloutParts<TValue> { Stable = stable, New = stable } : null;

        var hasNames = flag.TryGet(RolloutFields.EarlyAdopters, out var names);
        var hasPatterns = flag.TryGet(RolloutFields.EarlyAdopterPatterns, out var patterns);
        string? passedOver = null;

        RolloutParts<TValue> parts = new()
        {
            Stable = hasStable ? stable : @new,
            New = @new,
            HasNew = true,
            HasEarlyAdopters = hasNames || hasPatterns,
            EarlyAdopters = hasNames ? ReadTexts(names, RolloutFields.EarlyAdopters, ref passedOver) : [],
            Patterns = hasPatterns ? ReadPatterns(patterns, ref passedOver) : [],
            PassedOver = passedOver,
            Salt = flag.TryGet(RolloutFields.Salt, out var salt)
                ? ReadText(salt, RolloutFields.Salt, FaultyPart.Flag)
                : null,
            Interpolate = flag.TryGet(RolloutFields.Interpolate, out var interpolate)
                && hasStable
                && ReadInterpolate(interpolate, stable, @new),
        };

        // What is wrong with them rejects the config, see ControlGrammar.
        var controls = new ControlGrammar<TValue, NoFaults<TValue>>(default).Read(flag, "");
        var schedule = ReadSchedule(parts.HasEarlyAdopters, controls);
        return parts with { Schedule = schedule?.Own, Waves = schedule?.Waves ?? [], Rollback = controls.Rollback };
    }

    private ScheduleParts? ReadSchedule(bool hasEarlyAdopters, Controls controls)
    {
        var part = hasEarlyAdopters ? FaultyPart.Schedule : FaultyPart.Flag;
        var hasEnd = flag.TryGet(RolloutFields.EndTime, out var end);
        var hasStart = flag.TryGet(RolloutFields.StartTime, out var start);
        var hasDuration = flag.TryGet(RolloutFields.Duration, out var duration);
        var hasSteps = flag.TryGet(RolloutFields.Steps, out _);
        var hasWaves = flag.TryGet(RolloutFields.Waves, out _);
        var isCanary = hasEarlyAdopters && !(hasEnd || hasStart || hasDuration || hasSteps || hasWaves);
        if (isCanary)
            return null;
        if (WhatIsMissing(hasEnd, hasStart, hasDuration, hasSteps, hasWaves) is { } sentence)
        {
            faults.Add(new(sentence, part), null);
            return null;
        }

        var anchor = Read(
            hasEnd ? end : start, hasEnd ? RolloutFields.EndTime : RolloutFields.StartTime, part, TimeText.Parse);
        var length = hasDuration ? Read(duration, RolloutFields.Duration, part, DurationText.Parse) : null;
        var begin = anchor is { } instant ? Schedule.MicrosecondsOf(instant) - (hasEnd ? length ?? 0 : 0) : 0;

        // The rest is read whatever is wrong with these: the build reports all faults.
        long? readLength = hasDuration ? Math.Max(length ?? 0, 0) : null;
        var parts = new ScheduleGrammar<TValue, TFaults>(settings, controls, part, faults).Read(
            flag, Math.Max(begin, 0), readLength);
        if (parts is null || anchor is null || (hasDuration && length is null))
            return null;

        // A negative duration loses the flag even where there are early adopters: the original fails on it.
        if (length < 0)
            faults.Add(new(Schedule.NegativeDuration, FaultyPart.Flag), duration);
        else if (begin < 0)
            faults.Add(new(Schedule.TooEarly, part), duration);
        return length < 0 || begin < 0 ? null : parts;
    }

    private static string? WhatIsMissing(bool hasEnd, bool hasStart, bool hasDuration, bool hasSteps, bool hasWaves) =>
        hasEnd && hasStart ? "The flag has 'start_time' and 'end_time'; a schedule takes one of them."
        : hasDuration && hasSteps ? "The flag has 'duration' and 'steps'; a schedule takes one of them."
        : hasEnd && hasSteps ? "The flag has 'steps' and 'end_time'; steps need 'start_time'."
        : hasEnd && hasWaves ? "The flag has 'waves' and 'end_time'; waves need 'start_time'."
        : hasEnd && !hasDuration ? "The flag has 'end_time' but no 'duration'; a schedule needs both."
        : hasStart && !hasDuration && !hasSteps
            ? "The flag has 'start_time' but neither 'duration' nor 'steps'; a schedule needs one of them."
        : hasEnd || hasStart ? null
        : hasSteps ? "The flag has 'steps' but no 'start_time'; a schedule needs both."
        : hasDuration ? "The flag has 'duration' but no 'end_time'; a schedule needs both."
        : hasWaves ? "The flag has 'waves' but no 'start_time' and no 'duration'; waves need both."
        : "The flag has 'new' but neither a schedule ('end_time' and 'duration') nor early adopters.";

    private List<Pattern> ReadPatterns(TValue list, ref string? passedOver)
    {
        var texts = ReadTexts(list, RolloutFields.EarlyAdopterPatterns, ref passedOver);
        var patterns = new List<Pattern>(texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            var refusal = faults.RefusalOf(list.TextAt(texts, i));
            var pattern = refusal is null ? Pattern.Parse(texts[i]) : Parsed<Pattern>.Failed(refusal);
            if (pattern.Error is { } error)
                Refuse(error, list.TextAt(texts, i));
            else
                patterns.Add(pattern.Value);
        }

        return patterns;
    }

    private IReadOnlyList<string> ReadTexts(TValue list, string field, ref string? passedOver)
    {
        if (list.Kind != JsonKind.List)
        {
            Refuse($"'{field}' is {list.Kind.InWords()}, not a list of strings.", list);
            return [];
        }

        var texts = list.ReadTexts(out var others);
        passedOver ??= others is null ? null : $"'{field}' holds {others}";
        return texts;
    }

    private bool ReadInterpolate(TValue interpolate, TValue stable, TValue @new)
    {
        if (interpolate.Kind is JsonKind.True or JsonKind.False)
        {
            if (interpolate.Kind == JsonKind.False)
                return false;

            // Half-way to 1e999 there is nothing that JSON could write.
            if (stable.Kind != JsonKind.Number || @new.Kind != JsonKind.Number)
            {
                faults.Add(
                    new($"'interpolate' needs numbers; 'stable' is {stable.Kind.InWords()}, "
                        + $"'new' {@new.Kind.InWords()}.",
                        FaultyPart.Values),
                    interpolate);
            }
            else if (!IsFinite(stable.Text) || !IsFinite(@new.Text))
            {
                Refuse("'interpolate' needs numbers up to 1.7e308; 'stable' or 'new' is beyond.", interpolate);
            }

            return true;
        }

        Refuse($"'interpolate' is {interpolate.Kind.InWords()}, not true or false.", interpolate);
        return false;
    }

    private T? Read<T>(TValue value, string field, FaultyPart part, Func<string, Parsed<T>> parse) where T : struct =>
        ReadText(value, field, part) is { } text ? Accept(parse(text), value, part) : null;

    private string? ReadText(TValue value, string field, FaultyPart part) =>
        new FieldReader<TValue, TFaults>(faults, part).ReadText(value, field);

    private T? Accept<T>(Parsed<T> parsed, TValue place, FaultyPart part) where T : struct
    {
        if (parsed.Error is not { } error)
            return parsed.Value;

        faults.Add(new(error, part), place);
        return null;
    }

    private void Refuse(string sentence, TValue? place) => faults.Add(new(sentence, FaultyPart.Flag), place);

    private string NamesInIt()
    {
        var names = string.Join(", ", flag.Names.Take(NamesShown).Select(name => $"'{OneLine.Of(name)}'"));
        return names.Length == 0 ? "nothing" : names;
    }

    // .NET Framework refuses what is too large, .NET calls it infinity.
    private static bool IsFinite(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && !double.IsInfinity(value);
}
