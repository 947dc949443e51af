using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Slowroll.AspNetCore.Reading;

namespace Slowroll.AspNetCore.Tests.Reading;

/// <summary>What a query asks for, whatever is in it.</summary>
public class PageQueryTests
{
    [Theory]
    [InlineData("", "", "", 1, 1)]
    [InlineData("?key=a%20b&flags=%20x%20&config=2&page=3", "a b", "x", 2, 3)]
    [InlineData("?key=a&key=b&page=-1&config=0", "a", "", 1, 1)]
    [InlineData("?page=99999999999999999999&config=1.5&unknown", "", "", 1, 1)]
    public void It_is_read_or_left_alone(string query, string hashKey, string flags, int config, int page)
    {
        var read = PageQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(query)))!;

        Assert.Equal((hashKey, flags, config, page), (read.HashKey, read.Flags, read.Config, read.Page));
    }

    [Fact]
    public void Another_page_keeps_what_is_asked_for()
    {
        var read = PageQuery.Read(new QueryCollection(QueryHelpers.ParseQuery("?key=%22%26a&flags=x")))!;

        Assert.Equal("?key=%22%26a&flags=x&config=2&page=7", read.WithPage(1, 7));
    }

    [Theory]
    [InlineData(0, 5, 1)]
    [InlineData(1, 5, 3)]
    [InlineData(1, 2, 2)]
    [InlineData(1, 0, 1)]
    public void Only_one_config_turns_its_pages(int config, int pages, int page)
    {
        var read = PageQuery.Read(new QueryCollection(QueryHelpers.ParseQuery("?config=2&page=3")))!;

        Assert.Equal(page, read.PageOf(config, pages));
    }
}
