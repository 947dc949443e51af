using System.Text.Json;
using Slowroll.AspNetCore.Reading;
using Slowroll.Texts;

namespace Slowroll.AspNetCore.Showing;

/// <summary>Writes what a hash key gets as JSON.</summary>
internal sealed class HostJson(ShownPage page, Utf8JsonWriter json)
{
    /// <summary>Writes it.</summary>
    public void Write()
    {
        json.WriteStartObject();
        json.WriteString("hashKey", OneLine.Escaped(page.Query.HashKey));
        json.WriteString("at", page.At.UtcDateTime);
        json.WriteStartArray("configs");
        for (var i = 0; i < page.Configs.Count; i++)
            WriteConfig(page.Configs[i], page.FlagsOf(i, DataJson.PageSize));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteConfig(ShownConfig shown, FlagPage flags)
    {
        json.WriteStartObject();
        json.WriteString("name", shown.Name);
        json.WriteNumber("found", flags.Total);
        json.WriteNumber("page", flags.Number);
        json.WriteNumber("pages", flags.Pages);
        json.WriteStartArray("flags");
        foreach (var answer in Answer.All(shown, flags.Flags, page.Query.HashKey, page.At))
            WriteAnswer(answer);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteAnswer(Answer answer)
    {
        var its = answer.Of;
        json.WriteStartObject();
        json.WriteString("name", answer.Flag.Name);
        json.WriteString("side", answer.Side);
        json.WriteString("value", answer.Value);
        json.WriteString("reason", JsonNamingPolicy.CamelCase.ConvertName(its.Reason.ToString()));
        json.WriteString("why", answer.Why);
        WriteInstant("newFrom", its.OnNew?.EntersAt);
        WriteInstant("newUntil", its.OnNew?.LeavesAt);
        if (its.Position is { } position)
            json.WriteNumber("position", position);
        else
            json.WriteNull("position");
        json.WriteEndObject();
    }

    private void WriteInstant(string name, DateTimeOffset? at)
    {
        if (at is { } known)
            json.WriteString(name, known.UtcDateTime);
        else
            json.WriteNull(name);
    }
}
