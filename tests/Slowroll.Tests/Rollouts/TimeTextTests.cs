using System.Globalization;
using Slowroll.Rollouts;

namespace Slowroll.Tests.Rollouts;

public class TimeTextTests
{
    [Theory]
    [InlineData("2030-01-31T12:00:00Z")]
    [InlineData("2030-01-31t12:00z")]
    [InlineData("2030-01-31T14:00:00+02:00")]
    [InlineData("2030-01-31 06:30:00.000000-05:30")]
    public void An_RFC_3339_time_reads_to_its_instant_in_UTC(string text)
    {
        var time = TimeText.Parse(text);

        Assert.Equal(new DateTime(2030, 1, 31, 12, 0, 0, DateTimeKind.Utc), time.Value);
        Assert.Equal(DateTimeKind.Utc, time.Value.Kind);
    }

    [Theory]
    [InlineData("2030-02-30 12:00Z", "no such day")]
    [InlineData("2016-12-31 23:59:60Z", "no such day and time of day")]
    [InlineData("2030-01-31 12:00", "must end in Z or in an offset")]
    [InlineData("0001-01-01T00:00:00+01:00", "years 1 to 9999")]
    [InlineData("9999-12-31T23:59:59-01:00", "years 1 to 9999")]
    [InlineData("2030-01-31T12:00:00+24:00", "must end in Z")]
    [InlineData("2030-01-31T12:00:60Z", "a leap second has no instant")]
    [InlineData("2030-01-31T12:00:00.Z", "no such day")]
    [InlineData("2030-01-31T12:00:00,5Z", "no such day")]
    [InlineData("2030-01-31T12:00:00.5.5Z", "no such day")]
    [InlineData("2030-01-31T12:00.5Z", "no such day")]
    [InlineData("2030-01-31T24:00:00Z", "no such day")]
    [InlineData("2030-1-31T12:00Z", "no such day")]
    [InlineData("2030-01-31T1:00Z", "no such day")]
    [InlineData("2030-01- 1T12:00Z", "no such day")]
    [InlineData("2030-01-31T 12:00Z", "no such day")]
    [InlineData("2030-01-  1 12:00Z", "no such day")]
    [InlineData("2030-01- 31 12:00Z", "no such day")]
    [InlineData("2030-01-\t1 12:00Z", "no such day")]
    [InlineData("2030- 1-31 12:00Z", "no such day")]
    [InlineData("2030-01-31 12: 00Z", "no such day")]
    [InlineData("2030-01-31 12:00 Z", "no such day")]
    [InlineData("2030-01-31 12:000Z", "no such day")]
    [InlineData("2030-01-31\ufeff12:00Z", "no such day")]
    [InlineData("2030-01-31\u200b12:00Z", "no such day")]
    [InlineData("2030-01-31 12:00+02:60", "must end in Z")]
    [InlineData("+02:00", "no such day")]
    [InlineData("Z", "no such day")]
    public void A_text_that_is_no_time_is_refused_with_the_reason(string text, string reason)
    {
        var error = TimeText.Parse(text).Error;

        Assert.NotNull(error);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("２０３０-01-31 12:00Z")]
    [InlineData("2030-01-31 1٢:00Z")]
    [InlineData("2030-01-31 12:00:00.٥Z")]
    [InlineData("2030-01-31T12:00+0٢:00")]
    public void Digits_that_are_not_0_to_9_are_refused(string text) => Assert.NotNull(TimeText.Parse(text).Error);

    [Theory]
    [InlineData("2030-1-5 3:4Z", "2030-01-05T03:04:00")]
    [InlineData("2030-01- 5 03:04:9z", "2030-01-05T03:04:09")]
    [InlineData("2030-01-05 \t 03:04Z", "2030-01-05T03:04:00")]
    [InlineData("2030-01-05\n3:04Z", "2030-01-05T03:04:00")]
    [InlineData("2030-01-05\u001c\u3000\u0085\u20283:04Z", "2030-01-05T03:04:00")]
    public void White_space_and_digits_are_read_as_the_original_reads_them(string text, string instant) =>
        Assert.Equal(DateTime.Parse(instant, CultureInfo.InvariantCulture), TimeText.Parse(text).Value);

    [Theory]
    [InlineData("2030-01-31T12:00:00.1234567Z", 1_234_560)]
    [InlineData("2030-01-31T12:00:00.123456789Z", 1_234_560)]
    [InlineData("2030-01-31 12:00:00.9999999999999999999999999999Z", 9_999_990)]
    [InlineData("2030-01-31T12:00:00.0000009Z", 0)]
    [InlineData("2030-01-31T12:00:00.5z", 5_000_000)]
    public void Digits_beyond_the_microsecond_are_cut_off(string text, int ticks)
    {
        Assert.Equal(new DateTime(2030, 1, 31, 12, 0, 0, DateTimeKind.Utc).AddTicks(ticks), TimeText.Parse(text).Value);
        Assert.True(TimeText.TryParse(text, out var instant));
        Assert.Equal(ticks, instant.Ticks % TimeSpan.TicksPerSecond);
    }

    [Fact]
    public void What_the_platform_writes_to_be_read_again_is_read()
    {
        var instant = new DateTimeOffset(2030, 1, 31, 12, 0, 0, TimeSpan.FromHours(-5)).AddTicks(1_234_560);

        Assert.Equal(instant.UtcDateTime, TimeText.Parse(instant.ToString("O", CultureInfo.InvariantCulture)).Value);
        Assert.Equal(instant.UtcDateTime,
            TimeText.Parse(instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)).Value);
    }

    [Theory]
    [InlineData("2030-01-31T14:00:00+14:00", 14)]
    [InlineData("2030-01-31T00:00:00-00:00", 0)]
    [InlineData("2030-01-31T23:00:00+23:00", 0)]
    public void An_instant_keeps_its_offset_where_the_platform_has_one_that_wide(string text, int hours)
    {
        Assert.True(TimeText.TryParse(text, out var instant));
        Assert.Equal((new DateTimeOffset(2030, 1, 31, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(hours)),
            (instant.ToUniversalTime(), instant.Offset));
    }

    [Fact]
    public void A_refusal_is_one_short_line_whatever_the_text()
    {
        var error = TimeText.Parse($"soon\n##error {new string('x', 1 << 20)}").Error!;

        Assert.DoesNotContain("\n", error, StringComparison.Ordinal);
        Assert.InRange(error.Length, 1, 400);
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void A_culture_with_another_calendar_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Equal(2030, TimeText.Parse("2030-01-31 12:00Z").Value.Year);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
