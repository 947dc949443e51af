using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Slowroll.Evaluating;

/// <summary>Interpolates between two JSON numbers of one flag: whole ones exactly, others as doubles.</summary>
/// <remarks>A JSON number is text, and making one allocates. So the last one is kept: a read allocates only when the
/// number is another one than at the read before.</remarks>
internal sealed class JsonInterpolation
{
    private volatile Made? _last;

    public JsonElement Between(JsonElement from, JsonElement to, Int128 numerator, Int128 denominator)
    {
        var isWhole = from.TryGetInt64(out var wholeFrom) & to.TryGetInt64(out var wholeTo);
        var whole = isWhole ? Interpolations.Integer(wholeFrom, wholeTo, numerator, denominator) : 0;
        var number = isWhole ? 0 : Interpolations.Double(from.GetDouble(), to.GetDouble(), numerator, denominator);
        if (_last is { } last && last.Whole == whole && last.Number.Equals(number))
            return last.Json;

        var text = isWhole
            ? whole.ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        var json = JsonElement.ParseValue(ref reader);
        _last = new Made(whole, number, json);
        return json;
    }

    // In one object, so that no thread sees the number of one read and the text of another.
    private sealed class Made(long whole, double number, JsonElement json)
    {
        public long Whole => whole;

        public double Number => number;

        public JsonElement Json => json;
    }
}
