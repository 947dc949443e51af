using System.Text.RegularExpressions;
using Slowroll.Caching;

namespace Slowroll.Tests.Caching;

public sealed partial class CacheFileNameTests
{
    private static readonly string[] All =
    [
        "app", "App", "APP", "../x", "..", ".", "/etc/passwd", @"C:\x", @"\\server\share", "CON", "nul.txt", "COM1",
        "a/b", "a_b", "a b",
        " ", "x ", "x.", "~", "-rf", "*", "a\0b", "a\nb", "\u00fc", "u\u0308", "\ud800", "\ud801", "\u202e",
        "\U0001f600",
        new('x', 1000), new('x', 1001), "x.cache", "%00", "$HOME",
    ];

    public static TheoryData<string> Names => [.. All];

    [Theory]
    [MemberData(nameof(Names))]
    public void Survive_40_a_file_name_is_safe_and_short_whatever_the_name(string name)
    {
        Assert.Matches(Safe(), CacheFileName.Of(name));
    }

    [Fact]
    public void Survive_40_no_two_names_share_a_file_even_where_case_does_not_count()
    {
        var files = All.Select(CacheFileName.Of).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Equal(All.Length, files.Count);
    }

    [Fact]
    public void A_file_name_starts_with_what_can_be_read_of_the_name()
    {
        Assert.StartsWith("my_app-1-", CacheFileName.Of("my app-1"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_name_is_the_same_in_every_process()
    {
        Assert.Equal("app-5B7D4AA448F31CBDF60D87FFFD784547.cache", CacheFileName.Of("app"));
    }

    [Fact]
    public void A_file_name_of_a_source_begins_as_that_of_its_name_and_tells_no_secret()
    {
        var file = CacheFileName.Of("app", "https://config.test/?key=secret");

        Assert.Matches(@"\Aapp-5B7D4AA448F31CBDF60D87FFFD784547-[0-9A-F]{32}\.cache\z", file);
        Assert.NotEqual(file, CacheFileName.Of("app", "https://config.test/?key=other"));
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,40}-[0-9A-F]{32}\.cache\z")]
    private static partial Regex Safe();
}
