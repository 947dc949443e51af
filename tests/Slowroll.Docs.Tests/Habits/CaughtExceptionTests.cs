namespace Slowroll.Docs.Tests.Habits;

/// <summary>A name that is the same everywhere needs no thought.</summary>
public class CaughtExceptionTests
{
    [Fact]
    public void A_caught_exception_is_called_exception() => Assert.Empty(
        from file in SourceFile.OfSources.Concat(SourceFile.OfTests).Concat(SourceFile.OfSamples)
        from caught in file.CaughtExceptions
        where caught.Name != "exception"
        select $"{file.Path}:{caught.Line} {caught.Name}");
}
