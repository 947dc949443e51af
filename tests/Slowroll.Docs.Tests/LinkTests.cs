namespace Slowroll.Docs.Tests;

/// <summary>Every link of every page leads to a file and a heading that are there.</summary>
public class LinkTests
{
    public static TheoryData<string> Pages => [.. Page.All.Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_somewhere(string path)
    {
        var page = Page.Of(path);

        Assert.DoesNotContain(page.Links, link => !LeadsSomewhere(page, link));
    }

    [Fact]
    public void The_index_names_every_page_of_the_documentation()
    {
        var index = Page.Of("docs/README.md");
        var named = index.Links.Select(link => Target(index, link)).ToHashSet();

        Assert.Empty(Page.All
            .Where(page => Path.GetDirectoryName(page.Path) == "docs" && page != index)
            .Select(page => Page.InRepository(page.Path))
            .Except(named));
    }

    // Of a page on the web it is only known whether its address can be read.
    private static bool LeadsSomewhere(Page page, string link)
    {
        if (link.Contains(':', StringComparison.Ordinal))
            return Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps;

        var target = Target(page, link);
        if (link.Split('#') is not [_, var anchor])
            return File.Exists(target) || Directory.Exists(target);

        return Page.All.FirstOrDefault(other => Page.InRepository(other.Path) == target) is { } found
            && found.Anchors.Contains(anchor);
    }

    private static string Target(Page page, string link)
    {
        var path = link.Split('#')[0];
        return path == "" ? Page.InRepository(page.Path)
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Page.InRepository(page.Path))!, path));
    }
}
