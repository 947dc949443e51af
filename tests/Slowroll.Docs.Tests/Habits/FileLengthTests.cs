namespace Slowroll.Docs.Tests.Habits;

/// <summary>A file has one subject, and is read in one go.</summary>
public class FileLengthTests
{
    private const int Limit = 264;

    [Fact]
    public void No_file_of_the_sources_is_longer_than_the_limit() => Assert.DoesNotContain(
        SourceFile.OfSources.Select(file => (file.Path, Lines: file.Text.TrimEnd().AsSpan().Count('\n') + 1)),
        file => file.Lines > Limit);
}
