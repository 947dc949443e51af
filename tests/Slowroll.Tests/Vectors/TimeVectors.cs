using System.Globalization;
using System.Text.RegularExpressions;
using Slowroll.Rollouts;

namespace Slowroll.Tests.Vectors;

public partial class TimeVectors
{
    [Fact]
    public void Every_text_reads_to_upstreams_instant_or_is_refused_as_upstream_refuses_it() =>
        Vector.AllHold("times.json", c =>
        {
            var text = c.GetProperty("text").GetString()!;
            var actual = TimeText.Parse(text);
            if (!c.TryGetProperty("utc", out var utc))
            {
                return actual.Error is not null || OursOnly().IsMatch(text)
                    ? null
                    : $"'{text}': {actual.Value:O}, upstream refuses";
            }

            var expected =
                DateTime.Parse(utc.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
            return actual.Error is null && actual.Value == expected
                ? null
                : $"'{text}': {actual.Error ?? actual.Value.ToString("O")}, upstream {expected:O}";
        });

    // RFC 3339's T, offsets and more than six decimals are read here and refused by upstream.
    [GeneratedRegex(@"^\d{4}-\d\d-\d\d([T ])\d\d:\d\d(:\d\d)?(?(?<=T.*)Z|(\+00:00|\.\d{7,}Z))$")]
    private static partial Regex OursOnly();
}
