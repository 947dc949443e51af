using System.CommandLine;
using Slowroll.Texts;

namespace Slowroll.Tool.CommandLine;

/// <summary>The option <c>--format</c>.</summary>
internal sealed class FormatOption : Option<string>
{
    private readonly IReadOnlyList<OutputFormat> _formats;

    /// <param name="formats">Those of the command; the first one is used without the option.</param>
    public FormatOption(params IReadOnlyList<OutputFormat> formats)
        : base("--format")
    {
        _formats = formats;
        HelpName = string.Join('|', formats.Select(Word));
        Description = $"how the output is written (default: {Word(formats[0])})";
        CompletionSources.Add([.. formats.Select(Word)]);
    }

    /// <summary>The format of a call.</summary>
    /// <exception cref="UsageException">It is none of them.</exception>
    public OutputFormat Read(ParseResult call) => call.GetValue(this) is not { } given ? _formats[0]
        : _formats.Where(format => Word(format) == given).ToArray() is [var known] ? known
        : throw new UsageException(
            $"There is no format '{OneLine.Of(UrlText.Shown(given))}'; there are "
                + $"{string.Join(", ", _formats.Select(Word))}.");

    private static string Word(OutputFormat format) => format.ToString().ToLowerInvariant();
}
