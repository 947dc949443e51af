using System.Text;
using System.Text.Unicode;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Explaining;

/// <summary>The hash keys of a call: its arguments, and for <c>-</c> the lines of the standard input.</summary>
internal static class HashKeyList
{
    /// <summary>Reads them. Spaces around a line don't count, nor do empty lines and those that begin with
    /// <c>#</c>.</summary>
    /// <exception cref="UsageException">There are none, or the standard input is asked for twice.</exception>
    /// <exception cref="NotReadableException">The standard input can't be read.</exception>
    public static async Task<IReadOnlyList<string>> ReadAsync(
        IEnumerable<string> given, InputReader inputs, CancellationToken cancellation)
    {
        List<string> hashKeys = [];
        foreach (var one in given)
        {
            if (one == "-")
            {
                hashKeys.AddRange(Lines(
                    await inputs.ReadAsync(one, "A list of hash keys", cancellation).ConfigureAwait(false)));
            }
            else
            {
                hashKeys.Add(one);
            }
        }

        return hashKeys.Count > 0
            ? hashKeys
            : throw new UsageException("The standard input has no hash key; write one on each line.");
    }

    private static IEnumerable<string> Lines(TextFile file) =>
        file.Encoding is UTF8Encoding && !Utf8.IsValid(file.Bytes.Span)
            ? throw new NotReadableException("The hash keys of the standard input are not UTF-8: convert them, since "
                + "other bytes are other hash keys.")
            : LinesOf(file.Text);

    /// <summary>The hash keys in the lines of a text.</summary>
    public static IEnumerable<string> LinesOf(string text) =>
        text.Split('\n').Select(line => line.Trim()).Where(line => line is not ("" or ['#', ..]));
}
