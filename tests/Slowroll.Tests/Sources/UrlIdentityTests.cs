using Slowroll.Sources;

namespace Slowroll.Tests.Sources;

public sealed class UrlIdentityTests
{
    private const string Url = "https://config.test/a/config.json";

    [Theory]
    [InlineData("", "")]
    [InlineData("?", "")]
    [InlineData("#fragment", "")]
    [InlineData("?env=staging", "?env=staging")]
    [InlineData("?env=staging#fragment", "?env=staging")]

    // Tokens, wherever they stand and however their names are written.
    [InlineData("?token=a", "")]
    [InlineData("?token", "")]
    [InlineData("?TOKEN=a&Access_Token=b", "")]
    [InlineData("?%74oken=a&access%5ftoken=b", "")]
    [InlineData("?a=1&token=x&b=2&token=y", "?a=1&b=2")]
    [InlineData("?a=1&&token=x", "?a=1")]
    [InlineData("?tokens=a&my_token=b&token2=c", "?tokens=a&my_token=b&token2=c")]
    [InlineData("?%2574oken=a", "?%2574oken=a")]
    [InlineData("?env=token=a", "?env=token=a")]
    [InlineData("?a=1;token=x", "?a=1;token=x")]

    // Azure.
    [InlineData("?sig=a", "")]
    [InlineData("?SV=1&Se=2&sr=b&sp=r&SIG=a", "")]
    [InlineData("?sv=1&ss=b&srt=o&sp=r&se=2&st=3&spr=https&sip=4&sig=a%3D", "")]
    [InlineData("?skoid=1&sktid=2&skt=3&ske=4&sks=b&skv=5&saoid=6&suoid=7&scid=8&sdd=1&ses=9&sig=a", "")]
    [InlineData("?sig=a&snapshot=1&versionid=2", "?snapshot=1&versionid=2")]
    [InlineData("?sp=staging&st=1&sr=2&si=3", "?sp=staging&st=1&sr=2&si=3")]
    [InlineData("?sp=staging&sig=", "?sp=staging&sig=")]
    [InlineData("?sp=staging&sig", "?sp=staging&sig")]

    // Amazon and Google, version 4.
    [InlineData(
        "?X-Amz-Algorithm=1&X-Amz-Credential=2&X-Amz-Date=3&X-Amz-Expires=4"
            + "&X-Amz-SignedHeaders=5&X-Amz-Security-Token=6&X-Amz-Signature=7",
        "")]
    [InlineData("?x-amz-date=1&x-amz-signature=2&versionId=3", "?versionId=3")]
    [InlineData("?X-Amz-Date=1", "?X-Amz-Date=1")]
    [InlineData("?X-Goog-Algorithm=1&X-Goog-Date=2&X-Goog-Signature=3&generation=4", "?generation=4")]
    [InlineData("?X-Goog-Date=2&X-Amz-Signature=3", "?X-Goog-Date=2")]

    // CloudFront.
    [InlineData("?Expires=1&Signature=2&Key-Pair-Id=3&Hash-Algorithm=SHA256", "")]
    [InlineData("?env=staging&Policy=1&Signature=2&Key-Pair-Id=3", "?env=staging")]
    [InlineData("?Expires=1&Signature=2", "?Expires=1&Signature=2")]
    [InlineData("?Policy=staging", "?Policy=staging")]
    [InlineData("?policy=staging&Signature=2&Key-Pair-Id=3", "?policy=staging")]
    [InlineData("?AWSAccessKeyId=1&Expires=2&Signature=3", "")]
    [InlineData("?GoogleAccessId=1&Expires=2&Signature=3", "")]
    public void What_counts_of_a_query_is_all_but_tokens(string query, string counts) =>
        Assert.Equal(Url + counts, UrlIdentity.Of(new Uri(Url + query)));

    [Theory]
    [InlineData("https://user:password@config.test/a", "https://config.test/a")]
    [InlineData("HTTPS://CONFIG.TEST:443/a", "https://config.test/a")]
    public void User_info_does_not_count_and_host_and_port_count_as_they_are_meant(string url, string same) =>
        Assert.Equal(UrlIdentity.Of(new Uri(same)), UrlIdentity.Of(new Uri(url)));

    [Theory]
    [InlineData("https://config.test/a", "http://config.test/a")]
    [InlineData("https://config.test/a", "https://config.test/A")]
    [InlineData("https://config.test/a", "https://config.test:8443/a")]
    [InlineData("https://config.test/a", "https://config.test/a/")]
    [InlineData("https://config.test/a?b", "https://config.test/a%3Fb")]
    [InlineData("https://config.test/?env=staging", "https://config.test/?env=production")]
    [InlineData("https://config.test/?a=1&b=2", "https://config.test/?b=2&a=1")]
    [InlineData("https://config.test/?env=a%26b=1", "https://config.test/?env=a&b=1")]
    public void Different_URLs_have_different_identities(string one, string other) =>
        Assert.NotEqual(UrlIdentity.Of(new Uri(one)), UrlIdentity.Of(new Uri(other)));
}
