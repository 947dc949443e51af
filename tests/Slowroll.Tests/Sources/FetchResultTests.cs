namespace Slowroll.Tests.Sources;

public class FetchResultTests
{
    private static readonly byte[] Bytes = "{}"u8.ToArray();

    [Fact]
    public void A_result_equals_itself_alone()
    {
        var fresh = FetchResult.Fresh(Bytes, "a");

        Assert.Equal(fresh, fresh);
        Assert.NotEqual(FetchResult.Fresh(Bytes, "a"), fresh);
        Assert.NotEqual(fresh with { }, fresh);
    }

    [Fact]
    public void An_ETag_of_more_than_64_KiB_is_none_and_the_config_is_good_all_the_same()
    {
        Assert.Equal(65_536, FetchResult.Fresh(Bytes, new string('e', 65_536)).ETag!.Length);

        var result = FetchResult.Fresh(Bytes, new string('e', 65_537));
        Assert.Null(result.ETag);
        Assert.Equal(FetchKind.Fresh, result.Kind);
    }

    [Fact]
    public void A_failure_says_with_its_other_facts_how_long_the_source_asked_to_be_left_alone()
    {
        var failed = FetchResult.Failed("busy") with { RetryAfter = TimeSpan.FromSeconds(30), IsLasting = true };

        Assert.Equal((FetchKind.Failed, "busy", TimeSpan.FromSeconds(30), true),
            (failed.Kind, failed.Error, failed.RetryAfter, failed.IsLasting));
    }
}
