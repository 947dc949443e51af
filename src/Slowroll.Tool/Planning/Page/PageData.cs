using System.Text;
using System.Text.Json;
using Slowroll.Planning.Page;
using Slowroll.Planning.Texts;

namespace Slowroll.Tool.Planning.Page;

/// <summary>Writes the tables in which the page's script looks things up, as JSON.</summary>
/// <remarks>The writer escapes <c>&lt;</c>, <c>&gt;</c>, <c>&amp;</c> and all that isn't ASCII, so that nothing in it
/// ends the element that it is in.</remarks>
internal sealed class PageData(PlanPage page)
{
    private const int MostGroupsInWords = 4;

    private readonly PageTimeline _timeline = page.Timeline;

    /// <summary>The JSON.</summary>
    public string Write()
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("now", _timeline.Now);
            WriteList(json, "stops", _timeline.Stops, stop => json.WriteStringValue(PageText.Instant(stop)));
            WriteList(json, "distances", _timeline.Stops,
                stop => json.WriteStringValue(PageText.Distance(stop, _timeline.At)));
            WriteList(json, "x", _timeline.Stops, stop => json.WriteRawValue(_timeline.Across(stop)));
            WriteList(json, "grid", _timeline.Grid, json.WriteNumberValue);
            WriteList(json, "slider", _timeline.Stops, stop => json.WriteNumberValue(_timeline.NearestOnGrid(stop)));
            WriteList(json, "events", _timeline.Events, json.WriteNumberValue);
            WriteFlags(json);
            WriteList(json, "groups", page.Flags.SelectMany(flag => flag.Groups), group => WriteGroup(json, group));
            WriteList(json, "hosts", page.Hosts?.Rows ?? [], host => WriteHost(json, host));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    // What a screen reader says of an instant: the first groups of each flag.
    private void WriteFlags(Utf8JsonWriter json)
    {
        var number = 0;
        WriteList(json, "flags", page.Flags, flag =>
        {
            var first = number;
            var isAlone = flag.Groups.Count == 1;
            json.WriteStartObject();
            json.WriteString("name", flag.Name);
            WriteList(json, "groups", flag.Groups.Where(group => !group.IsSum).Take(MostGroupsInWords), group =>
            {
                json.WriteStartObject();
                json.WriteString("name", isAlone ? "" : group.Name);
                json.WriteNumber("number", number++);
                json.WriteEndObject();
            });
            json.WriteEndObject();
            number = first + flag.Groups.Count;
        });
    }

    private static void WriteGroup(Utf8JsonWriter json, PageGroup group)
    {
        json.WriteStartObject();
        WriteTable(json, "shares", group.Shares, PercentText.Of);
        WriteTable(json, "widths", group.Shares, PageText.Width);
        if (group.OnNew is { } counts)
            WriteTable(json, "counts", counts, count => Amount.Number(count));
        json.WriteEndObject();
    }

    // Most shares stand still most of the time.
    private static void WriteTable<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> values, Func<T, string> text)
    {
        List<int> at = [];
        List<string> texts = [];
        for (var stop = 0; stop < values.Count; stop++)
        {
            var shown = text(values[stop]);
            if (texts.Count > 0 && texts[^1] == shown)
                continue;

            at.Add(stop);
            texts.Add(shown);
        }

        json.WriteStartObject(name);
        WriteList(json, "at", at, json.WriteNumberValue);
        WriteList(json, "text", texts, json.WriteStringValue);
        json.WriteEndObject();
    }

    private void WriteHost(Utf8JsonWriter json, PageHost host)
    {
        json.WriteStartArray();
        foreach (var cell in host.Cells)
        {
            var (from, until) = _timeline.StopsOf(cell.OnNew);
            json.WriteNumberValue(from);
            json.WriteNumberValue(until);
        }

        json.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }
}
