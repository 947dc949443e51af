using Slowroll.Rollouts;
using Slowroll.Texts;

namespace Slowroll.Grammar;

/// <summary>Reads single fields, and says what is wrong with one by its path: <c>waves[1].steps[0].pct</c>.</summary>
/// <param name="faults">Takes what is wrong.</param>
/// <param name="part">What is lost by it.</param>
internal readonly struct FieldReader<TValue, TFaults>(TFaults faults, FaultyPart part)
    where TValue : struct, IJsonValue<TValue>
    where TFaults : IRolloutFaults<TValue>
{
    /// <summary>An instant, in microseconds since the year 1.</summary>
    public long? ReadTime(TValue value, string path) =>
        ReadText(value, path) is { } text && Accept(TimeText.Parse(text), value, path) is { } time
            ? Schedule.MicrosecondsOf(time)
            : null;

    /// <summary>A length of time of 0 or more, in microseconds.</summary>
    public long? ReadLength(TValue value, string path)
    {
        if (ReadText(value, path) is not { } text || Accept(DurationText.Parse(text), value, path) is not { } length)
            return null;
        if (length >= 0)
            return length;

        Refuse($"'{path}' is negative. Write how long it takes, like '2d'.", value);
        return null;
    }

    /// <summary>A length of time that may be left out.</summary>
    public long? ReadLength(TValue owner, string member, string path) =>
        owner.TryGet(member, out var value) ? ReadLength(value, $"{path}.{member}") : 0;

    /// <summary>A number from 0 to 100.</summary>
    public Percentage? ReadPercentage(TValue value, string path)
    {
        if (value.Kind == JsonKind.Number)
            return Accept(Percentage.Parse(value.Text), value, path);

        Refuse($"'{path}' is {value.Kind.InWords()}, not a number from 0 to 100.", value);
        return null;
    }

    /// <summary>The hours of a week.</summary>
    public WeeklyHours? ReadHours(TValue value, string path)
    {
        if (ReadText(value, path) is not { } text)
            return null;

        var hours = HoursText.Parse(text);
        if (hours.Error is { } error)
            Refuse($"'{path}': {error}", value);
        return hours.Error is null ? hours.Value : null;
    }

    /// <summary>A string.</summary>
    public string? ReadText(TValue value, string path)
    {
        if (value.Kind == JsonKind.String)
            return value.Text;

        Refuse(value.Kind == JsonKind.BrokenString
            ? $"'{path}' holds {HalfCharacters.Description}."
            : $"'{path}' is {value.Kind.InWords()}, not a string.", value);
        return null;
    }

    /// <summary>The elements of a list; null where there is no list, or one that is too long.</summary>
    /// <param name="value">The list.</param>
    /// <param name="path">What it is called.</param>
    /// <param name="ofWhat">What its elements are.</param>
    /// <param name="most">How many there may be: what costs a read or memory must not grow without end.</param>
    public IReadOnlyList<TValue>? ReadList(TValue value, string path, string ofWhat, int most = int.MaxValue)
    {
        if (value.Kind != JsonKind.List)
        {
            Refuse($"'{path}' is {value.Kind.InWords()}, not a list of {ofWhat}.", value);
            return null;
        }

        var items = value.Items;
        if (items.Count <= most)
            return items;

        Refuse($"'{path}' has {items.Count} {ofWhat}; it may have {most}.", value);
        return null;
    }

    /// <summary>Whether a value is an object that has known members only.</summary>
    public bool IsObject(TValue value, string path, string what, IReadOnlyList<string> known)
    {
        if (value.Kind != JsonKind.Object)
        {
            Refuse($"'{path}' is {value.Kind.InWords()}, not {what}.", value);
            return false;
        }

        var isKnown = true;
        foreach (var name in value.Names)
        {
            if (known.Contains(name) || ScheduleFields.IsComment(name))
                continue;

            isKnown = false;
            Refuse($"'{path}' has the member '{OneLine.Of(name)}', which is unknown there. Write one "
                + $"of {string.Join(", ", known)}; what is for people begins with 'x-'.", value);
        }

        return isKnown;
    }

    /// <summary>Reports what is wrong at a value.</summary>
    public void Refuse(string sentence, TValue place) => faults.Add(new(sentence, part), place);

    private T? Accept<T>(Parsed<T> parsed, TValue value, string path) where T : struct
    {
        if (parsed.Error is null)
            return parsed.Value;

        Refuse($"'{path}': {parsed.Error}", value);
        return null;
    }
}
