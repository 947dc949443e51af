namespace Slowroll.Docs.Tests.Habits;

/// <summary>Two files fit beside each other on a screen.</summary>
public class LineLengthTests
{
    private const int Columns = 120;

    [Fact]
    public void No_line_of_code_is_longer_than_120_columns()
    {
        var tooLong =
            from file in SourceFile.OfSources.Concat(SourceFile.OfTests).Concat(SourceFile.OfSamples)
            from line in file.LongLines(Columns)
            select $"{file.Path}:{line.Line} has {line.Columns} columns";

        Assert.True(!tooLong.Any(), string.Join("\n", tooLong));
    }
}
