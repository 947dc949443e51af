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
    [InlineData("2030-01-31T12:00:00.1234567Z", "no such day")]
    public void A_text_that_is_no_time_is_refused_with_the_reason(string text, string reason)
    {
        var error = TimeText.Parse(text).Error;

        Assert.NotNull(error);
        Assert.Contains(reason, error, StringComparison.Ordinal);
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
