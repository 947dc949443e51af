using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Diagnostics;

/// <summary>Holds the analyzer's reports against the places that a text marks.</summary>
internal static class AnalyzerAssert
{
    public static Task AssertReportsInMembers(string id, string members) => AssertReports(id, SampleSchemas.WithMembers(members));

    public static async Task AssertReports(string id, string marked)
    {
        var (text, places) = MarkedText.Parse(marked);
        var project = TestProject.WithSchema(text);

        Assert.Equal(places.Select(place => $"{id} {place}").Order(), await Reports(project));
        CompilingTests.AssertCompiles(project);
    }

    public static async Task<IEnumerable<string>> Reports(TestProject project) => (await project.Analyze())
        .Select(diagnostic => (diagnostic.Id, diagnostic.Location.GetLineSpan().Span))
        .Select(found => $"{found.Id} ({found.Span.Start})-({found.Span.End})")
        .Order();
}
