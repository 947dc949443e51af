using System.Globalization;
using Slowroll.Patterns;
using Slowroll.Rollouts;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Schemas.Drift;

/// <summary>Reads a flag as the running program does, but tells every mistake at its place instead of the first one.</summary>
internal sealed class ConfigRolloutReader
{
    private readonly ConfigFlag _flag;
    private readonly JsonObject _rollout;
    private readonly ValueType? _type;
    private readonly DriftList _problems;
    private bool _isBroken;

    private ConfigRolloutReader(ConfigFlag flag, JsonObject rollout, ValueType? type, DriftList problems)
    {
        _type = type;
        _flag = flag;
        _rollout = rollout;
        _problems = problems;
    }

    /// <summary>The rollout; null if it can't be read, and for a flag without <c>new</c>, in which nothing else is looked at.</summary>
    /// <param name="flag">The flag.</param>
    /// <param name="type">Its declared type, if it has one: what is wrong with its values is told by that.</param>
    /// <param name="problems">Gathers what is wrong.</param>
    public static ConfigRollout? Read(ConfigFlag flag, ValueType? type, DriftList problems)
    {
        if (flag.Member.Value is JsonObject rollout)
        {
            return new ConfigRolloutReader(flag, rollout, type, problems).Read();
        }

        problems.AddFlag(
            DriftRules.UnreadableRollout,
            flag.Member.Value.Range,
            flag.Section,
            flag.Key,
            flag.Path,
            $"It is {JsonWords.Describe(flag.Member.Value)}, not an object with 'stable' in it.");
        return null;
    }

    private ConfigRollout? Read()
    {
        var stable = _rollout.Find(RolloutFields.Stable)?.Value;
        if (stable is null)
        {
            Refuse(_flag.NameRange, "It has no 'stable', the value for everybody who is not on 'new'.");
        }

        if (_rollout.Find(RolloutFields.New)?.Value is not { } @new)
        {
            return null;
        }

        var names = ReadStrings(RolloutFields.EarlyAdopters);
        var patterns = ReadStrings(RolloutFields.EarlyAdopterPatterns);
        ConfigRollout rollout = new()
        {
            Flag = _flag,
            Stable = stable ?? @new,
            New = @new,
            EarlyAdopters = [.. names?.Select(name => name.Text) ?? []],
            Patterns = [.. patterns?.Select(ReadPattern).OfType<Pattern>() ?? []],
            Salt = ReadSalt(),
            Interpolate = stable is not null && ReadInterpolate(stable, @new),
            Schedule = ReadSchedule(isCanary: names is not null || patterns is not null),
        };
        return _isBroken ? null : rollout;
    }

    private Schedule? ReadSchedule(bool isCanary)
    {
        var end = _rollout.Find(RolloutFields.EndTime)?.Value;
        var duration = _rollout.Find(RolloutFields.Duration)?.Value;
        if (end is null || duration is null)
        {
            if (end is not null || duration is not null || !isCanary)
            {
                Refuse(_flag.NameRange, (end, duration) switch
                {
                    (null, null) => "It has 'new' but neither a schedule ('end_time' and 'duration') nor early adopters.",
                    (null, _) => "It has 'duration' but no 'end_time'; a schedule needs both.",
                    _ => "It has 'end_time' but no 'duration'; a schedule needs both.",
                });
            }

            return null;
        }

        var endTime = ReadText(end, RolloutFields.EndTime, TimeText.Parse);
        var length = ReadText(duration, RolloutFields.Duration, DurationText.Parse);
        var from = ReadPercentage(RolloutFields.StartPct, Percentage.Zero);
        var to = ReadPercentage(RolloutFields.EndPct, Percentage.Hundred);
        if (endTime is null || length is null || from is null || to is null)
        {
            return null;
        }

        var schedule = Schedule.Ending(endTime.Value, length.Value, from.Value, to.Value);
        return Accept(schedule, duration.Range);
    }

    private T? ReadText<T>(JsonNode value, string field, Func<string, Parsed<T>> parse) where T : struct =>
        value is JsonString { Text: var text }
            ? Accept(parse(text), value.Range)
            : Refuse<T>(value.Range, $"'{field}' is {JsonWords.Describe(value)}, not a string.");

    private Percentage? ReadPercentage(string field, Percentage otherwise) => _rollout.Find(field)?.Value switch
    {
        null => otherwise,
        JsonNumber number => Accept(Percentage.Parse(number.Text), number.Range),
        var other => Refuse<Percentage>(other.Range, $"'{field}' is {JsonWords.Describe(other)}, not a number from 0 to 100."),
    };

    // Null where the field is not there, and where it is no list.
    private IReadOnlyList<JsonString>? ReadStrings(string field)
    {
        if (_rollout.Find(field)?.Value is not { } value)
        {
            return null;
        }

        if (value is not JsonArray list)
        {
            Refuse(value.Range, $"'{field}' is {JsonWords.Describe(value)}, not a list of strings.");
            return [];
        }

        // The others have no effect, which is told as such.
        return [.. list.Items.OfType<JsonString>()];
    }

    private Pattern? ReadPattern(JsonString pattern)
    {
        if (_flag.RefusalOf(pattern) is { } refusal)
        {
            Refuse(pattern.Range, refusal);
            return null;
        }

        var read = Pattern.Parse(pattern.Text);
        if (read.Error is { } error)
        {
            Refuse(pattern.Range, error);
        }

        return read.Value;
    }

    private string? ReadSalt()
    {
        var salt = _rollout.Find(RolloutFields.Salt)?.Value;
        if (salt is not (null or JsonString))
        {
            Refuse(salt.Range, $"'salt' is {JsonWords.Describe(salt)}, not a string.");
        }

        return (salt as JsonString)?.Text;
    }

    private bool ReadInterpolate(JsonNode stable, JsonNode @new)
    {
        var interpolate = _rollout.Find(RolloutFields.Interpolate)?.Value;
        if (interpolate is null or JsonBoolean { Value: false })
        {
            return false;
        }

        if (interpolate is not JsonBoolean)
        {
            Refuse(interpolate.Range, $"'interpolate' is {JsonWords.Describe(interpolate)}, not true or false.");
        }
        else if ((stable is not JsonNumber || @new is not JsonNumber) && _type is NumberType)
        {
            _isBroken = true;
        }
        else if (stable is not JsonNumber || @new is not JsonNumber)
        {
            Refuse(interpolate.Range, $"'interpolate' needs numbers; 'stable' is {JsonWords.Describe(stable)}, 'new' {JsonWords.Describe(@new)}.");
        }
        else if (!IsFinite((JsonNumber)stable) || !IsFinite((JsonNumber)@new))
        {
            Refuse(interpolate.Range, "'interpolate' needs numbers up to 1.7e308; 'stable' or 'new' is beyond.");
        }

        return true;
    }

    // .NET Framework refuses what is too large, .NET calls it infinity.
    private static bool IsFinite(JsonNumber number) =>
        double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value);

    private T? Accept<T>(Parsed<T> parsed, TextRange range) where T : struct =>
        parsed.Error is { } error ? Refuse<T>(range, error) : parsed.Value;

    private T? Refuse<T>(TextRange range, string why) where T : struct
    {
        Refuse(range, why);
        return null;
    }

    private void Refuse(TextRange range, string why)
    {
        _isBroken = true;
        _problems.AddFlag(DriftRules.UnreadableRollout, range, _flag.Section, _flag.Key, _flag.Path, why);
    }
}
