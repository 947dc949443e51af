namespace Slowroll.Packages.Tests.Mutations;

/// <summary>One mistake in a correct project, and what the build says of it.</summary>
/// <param name="Mistake">What somebody did, in a sentence.</param>
/// <param name="File">The file, from the project's folder.</param>
/// <param name="Correct">What stands in it, once; <c>'</c> for a quotation mark, so that the table can be read.</param>
/// <param name="Mistaken">What stands there instead, written in the same way.</param>
/// <param name="Told">All that is told, by place: <c>SLOW2001 Search.cs(16,70)</c>.</param>
internal sealed record Mutation(string Mistake, string File, string Correct, string Mistaken, params string[] Told)
{
    /// <summary>The file's text with the mistake in it.</summary>
    public string In(string text)
    {
        var (correct, mistaken) = (Correct.Replace('\'', '"'), Mistaken.Replace('\'', '"'));
        var at = text.IndexOf(correct, StringComparison.Ordinal);
        return at >= 0 && text.IndexOf(correct, at + 1, StringComparison.Ordinal) < 0
            ? string.Concat(text.AsSpan(0, at), mistaken, text.AsSpan(at + correct.Length))
            : throw new InvalidOperationException($"{Mistake}: {correct} must stand in {File} once.");
    }
}
