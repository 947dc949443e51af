using Slowroll.Rollouts;

namespace Slowroll.Tests.Vectors;

public class DurationVectors
{
    [Fact]
    public void Every_text_reads_to_upstreams_length_or_is_refused_as_upstream_refuses_it() =>
        Vector.AllHold("durations.json", c =>
        {
            var text = c.GetProperty("text").GetString()!;
            var actual = DurationText.Parse(text);

            // More than 64 bits of microseconds may be refused: such a rollout would begin before the year 1.
            var refused = !c.TryGetProperty("microseconds", out var length) || !length.TryGetInt64(out _);
            if (refused)
                return actual.Error is not null ? null : $"'{text}': {actual.Value}, upstream refuses";

            return actual.Error is null && actual.Value == length.GetInt64()
                ? null
                : $"'{text}': {actual.Error ?? actual.Value.ToString()}, upstream {length}";
        });
}
