using System.Text.Json;
using Slowroll.Rollouts;
using Slowroll.Texts;

namespace Slowroll.Documents;

/// <summary>A flag's text, read: its rollout and its two values.</summary>
internal sealed record RolloutDocument(Rollout Rollout, JsonElement Stable, JsonElement New);

/// <summary>Reads a flag's text. What can't be read makes the flag invalid, with a sentence that names the field.</summary>
internal static class RolloutReader
{
    private const string NoSchedule = "The flag has 'new' but neither a schedule ('end_time' and 'duration') nor early adopters.";

    public static Parsed<RolloutDocument> Read(ReadOnlySpan<byte> utf8Json)
    {
        var reader = ConfigReader.Reopen(utf8Json);
        try
        {
            return Read(JsonElement.ParseValue(ref reader));
        }
        catch (InvalidOperationException)
        {
            return Failed(@"The flag holds an escape like \ud800, which is half a character.");
        }
    }

    private static Parsed<RolloutDocument> Read(JsonElement flag)
    {
        if (flag.ValueKind != JsonValueKind.Object)
            return Failed($"The flag is {Describe(flag)}, not an object with 'stable' in it.");
        if (!flag.TryGetProperty("stable", out var stable))
            return Failed($"The flag has no 'stable', the value for everybody who is not on 'new'; it has {NamesIn(flag)}.");

        // As upstream: without "new" nothing else is looked at.
        if (!flag.TryGetProperty("new", out var @new))
            return new RolloutDocument(Rollout.StableOnly, stable, stable);

        var earlyAdopters = ReadEarlyAdopters(flag);
        var salt = ReadSalt(flag);
        var interpolate = ReadInterpolate(flag, stable, @new);
        if ((earlyAdopters.Error ?? salt.Error ?? interpolate.Error) is { } error)
            return Failed(error);

        var ramp = ReadRamp(flag);
        var scheduleError = ramp.Error ?? (ramp.Value is null && earlyAdopters.Value is null ? NoSchedule : null);
        if (scheduleError is not null && (earlyAdopters.Value is null || scheduleError == Schedule.NegativeDuration))
            return Failed(scheduleError);

        var rollout = new Rollout
        {
            Ramp = ramp.Value,
            ScheduleError = scheduleError,
            EarlyAdopters = earlyAdopters.Value,
            Salt = salt.Value,
            Interpolate = interpolate.Value,
        };
        return new RolloutDocument(rollout, stable, @new);
    }

    // Null for a flag that has no schedule at all.
    private static Parsed<Ramp?> ReadRamp(JsonElement flag)
    {
        var hasEnd = flag.TryGetProperty("end_time", out var end);
        var hasDuration = flag.TryGetProperty("duration", out var duration);
        if (!hasEnd && !hasDuration)
            return (Ramp?)null;
        if (!hasEnd)
            return Parsed<Ramp?>.Failed("The flag has 'duration' but no 'end_time'; a schedule needs both.");
        if (!hasDuration)
            return Parsed<Ramp?>.Failed("The flag has 'end_time' but no 'duration'; a schedule needs both.");

        var endTime = ReadString(end, "end_time", TimeText.Parse);
        var length = ReadString(duration, "duration", DurationText.Parse);
        var from = ReadPercentage(flag, "start_pct", Percentage.Zero);
        var to = ReadPercentage(flag, "end_pct", Percentage.Hundred);
        if ((endTime.Error ?? length.Error ?? from.Error ?? to.Error) is { } error)
            return Parsed<Ramp?>.Failed(error);

        var ramp = Ramp.Ending(endTime.Value, length.Value, from.Value, to.Value);
        return ramp.Error is null ? ramp.Value : Parsed<Ramp?>.Failed(ramp.Error);
    }

    private static Parsed<EarlyAdopters?> ReadEarlyAdopters(JsonElement flag)
    {
        var names = ReadStrings(flag, "early_adopters");
        var patterns = ReadStrings(flag, "early_adopter_patterns");
        if ((names.Error ?? patterns.Error) is { } error)
            return Parsed<EarlyAdopters?>.Failed(error);
        if (names.Value is null && patterns.Value is null)
            return (EarlyAdopters?)null;

        var adopters = EarlyAdopters.From(names.Value ?? [], patterns.Value ?? []);
        return adopters.Error is null ? adopters.Value : Parsed<EarlyAdopters?>.Failed(adopters.Error);
    }

    private static Parsed<List<string>?> ReadStrings(JsonElement flag, string field)
    {
        if (!flag.TryGetProperty(field, out var list))
            return (List<string>?)null;
        if (list.ValueKind != JsonValueKind.Array)
            return Parsed<List<string>?>.Failed($"'{field}' is {Describe(list)}, not a list of strings.");

        var strings = new List<string>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
                return Parsed<List<string>?>.Failed($"'{field}' holds {Describe(item)}; it takes strings only.");
            strings.Add(item.GetString()!);
        }

        return strings;
    }

    private static Parsed<T> ReadString<T>(JsonElement value, string field, Func<string, Parsed<T>> parse) =>
        value.ValueKind == JsonValueKind.String
            ? parse(value.GetString()!)
            : Parsed<T>.Failed($"'{field}' is {Describe(value)}, not a string.");

    private static Parsed<Percentage> ReadPercentage(JsonElement flag, string field, Percentage otherwise)
    {
        if (!flag.TryGetProperty(field, out var value))
            return otherwise;
        if (value.ValueKind != JsonValueKind.Number)
            return Parsed<Percentage>.Failed($"'{field}' is {Describe(value)}, not a number from 0 to 100.");

        var percentage = Percentage.Parse(value.GetRawText());
        return percentage.Error is null ? percentage : Parsed<Percentage>.Failed($"'{field}': {percentage.Error}");
    }

    private static Parsed<string?> ReadSalt(JsonElement flag)
    {
        if (!flag.TryGetProperty("salt", out var salt))
            return (string?)null;

        return salt.ValueKind == JsonValueKind.String
            ? salt.GetString()
            : Parsed<string?>.Failed($"'salt' is {Describe(salt)}, not a string.");
    }

    private static Parsed<bool> ReadInterpolate(JsonElement flag, JsonElement stable, JsonElement @new)
    {
        if (!flag.TryGetProperty("interpolate", out var interpolate) || interpolate.ValueKind == JsonValueKind.False)
            return false;
        if (interpolate.ValueKind != JsonValueKind.True)
            return Parsed<bool>.Failed($"'interpolate' is {Describe(interpolate)}, not true or false.");

        if (stable.ValueKind != JsonValueKind.Number || @new.ValueKind != JsonValueKind.Number)
            return Parsed<bool>.Failed($"'interpolate' needs numbers; 'stable' is {Describe(stable)}, 'new' {Describe(@new)}.");

        // Half-way to 1e999 there is nothing that JSON could write.
        return IsFinite(stable) && IsFinite(@new)
            ? true
            : Parsed<bool>.Failed("'interpolate' needs numbers up to 1.7e308; 'stable' or 'new' is beyond.");
    }

    private static bool IsFinite(JsonElement number) => number.TryGetDouble(out var value) && double.IsFinite(value);

    private static string NamesIn(JsonElement flag)
    {
        var names = string.Join(", ", flag.EnumerateObject().Take(5).Select(member => $"'{OneLine.Of(member.Name)}'"));
        return names.Length == 0 ? "nothing" : names;
    }

    /// <summary>A value's kind in words: "a string", "null".</summary>
    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    private static Parsed<RolloutDocument> Failed(string error) => Parsed<RolloutDocument>.Failed(error);
}
