using Slowroll.Planning.Texts;
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
            : $"{spec}: {expectations} of {OneLine.Escaped(of.Config)}, {Amount.Number(of.Failed)} failed");
        foreach (var result in of.Results.Where(result => !result.Holds))
        {
            var (line, column) = of.Spec.File.PlaceOf(result.Expectation.Place);
            output.WriteLine($"  ({line},{column}) {Title(result)}{Because(result)}");
            foreach (var failure in result.Failures)
                output.WriteLine($"    {failure}");
            if (result.More > 0)
                output.WriteLine($"    and {Amount.Number(result.More)} more");
        }
    }

    /// <summary>Prints an annotation for each failure, and a total.</summary>
    public static void PrintAnnotations(ResultWriter output, SpecResult of)
    {
        foreach (var result in of.Results.Where(result => !result.Holds))
        {
            var more = result.More > 0 ? $"\nand {Amount.Number(result.More)} more" : "";
            output.WriteLine(GitHubAnnotation.Of(
                "error", of.Spec.File.GivenPath, of.Spec.File.PlaceOf(result.Expectation.Place), Title(result),
                $"{string.Join('\n', result.Failures)}{more}{Because(result)}"));
        }

        output.WriteLine(
            $"{Amount.Number(of.Results.Count - of.Failed)} of {Amount.Number(of.Results.Count)} expectations hold");
    }

    private static string Title(TestResult result) =>
        $"{OneLine.Of(result.Expectation.Flag.Text)}: {result.Expected}";

    private static string Because(TestResult result) =>
        result.Expectation.Because is { } because ? $" ({OneLine.Of(because)})" : "";
}
