using System.CommandLine;
using Slowroll.Texts;

namespace Slowroll.Tool.CommandLine;

/// <summary>The option <c>--hasher</c>.</summary>
internal sealed class HasherOption : Option<string>
{
    private const string Sha1 = "sha1", XxHash3 = "xxhash3";

    public HasherOption()
        : base("--hasher")
    {
        HelpName = $"{Sha1}|{XxHash3}";
        Description = $"how the programs hash, as SlowrollOptions.Hasher says (default: {Sha1})";
        CompletionSources.Add(Sha1, XxHash3);
    }

    /// <summary>The hasher of a call.</summary>
    /// <exception cref="UsageException">It is none of them.</exception>
    public Func<string, uint> Read(ParseResult call) => call.GetValue(this) switch
    {
        null or Sha1 => Hashers.Sha1,
        XxHash3 => Hashers.XxHash3,
        var other => throw new UsageException(
            $"There is no hasher '{OneLine.Of(UrlText.Shown(other))}'; there are {Sha1} and {XxHash3}."),
    };
}
