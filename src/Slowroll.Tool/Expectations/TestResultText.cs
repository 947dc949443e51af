using System.Globalization;
using Slowroll.Texts;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Expectations;

/// <summary>Prints what tests gave: for people, and as commands to GitHub Actions.</summary>
internal static class TestResultText
{
    /// <summary>Prints failures in sentences, and a total for each spec.</summary>
    public static void Print(ResultWriter output, SpecResult of)
    {
        var spec = OneLine.Escaped(of.Spec.File.GivenPath);
        var expectations = Amount.Of(of.Results.Count, "expectation");
        output.WriteLine(of.Failed == 0
            ? $"{spec}: {expectations} of {OneLine.Escaped(of.Config)}, all hold"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{spec}: {expectations} of {OneLine.Escaped(of.Config)}, {of.Failed:N0} failed"));
        foreach (var result in of.Results.Where(result => !result.Holds))
        {
            var (line, column) = of.Spec.File.PlaceOf(result.Expectation.Place);
            output.WriteLine($"  ({line},{column}) {Title(result)}{Because(result)}");
            foreach (var failure in result.Failures)
                output.WriteLine($"    {failure}");
            if (result.More > 0)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    and {result.More:N0} more"));
        }
    }

    /// <summary>Prints an annotation for each failure, and a total.</summary>
    public static void PrintAnnotations(ResultWriter output, SpecResult of)
    {
        foreach (var result in of.Results.Where(result => !result.Holds))
        {
            var (line, column) = of.Spec.File.PlaceOf(result.Expectation.Place);
            var more = result.More > 0 ? $"\nand {result.More} more" : "";
            output.WriteLine(
                $"::error file={Property(of.Spec.File.GivenPath)},line={line},col={column}"
                    + $",title={Property(Title(result))}::"
                    + Data($"{string.Join('\n', result.Failures)}{more}{Because(result)}"));
        }

        output.WriteLine($"{of.Results.Count - of.Failed} of {of.Results.Count} expectations hold");
    }

    private static string Title(TestResult result) =>
        $"{OneLine.Of(result.Expectation.Flag.Text)}: {result.Expected}";

    private static string Because(TestResult result) =>
        result.Expectation.Because is { } because ? $" ({OneLine.Of(because)})" : "";

    // A line break or a colon of a name must not begin another command.
    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(OneLine.Escaped(text))
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
