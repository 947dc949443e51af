using System.Net;
using System.Text.RegularExpressions;

namespace Slowroll.Planning.Page;

/// <summary>A piece of HTML. A text becomes one only by being escaped, so that no name and no value of a config can be
/// markup.</summary>
internal readonly partial record struct Html
{
    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    /// <summary>A text, as content or as the value of an attribute in quotation marks.</summary>
    public static implicit operator Html(string text) => new(WebUtility.HtmlEncode(text));

    /// <summary>Markup that this program has written.</summary>
    public static Html Markup(string markup) => new(markup);

    /// <summary>A sentence, in which no instant and no percentage is split between two lines.</summary>
    public static Html Sentence(string text) =>
        new(Instant().Replace(WebUtility.HtmlEncode(text), """<span class="whole">$0</span>""").Replace(
            " %", "&nbsp;%", StringComparison.Ordinal));

    /// <summary>Several pieces, one behind the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces));

    /// <summary>The markup.</summary>
    public override string ToString() => _markup ?? "";

    [GeneratedRegex(@"\b([A-Z][a-z]+ )?[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(:[0-9]{2})?Z")]
    private static partial Regex Instant();
}
