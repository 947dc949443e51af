using System.Net;

namespace Slowroll.Tool.Planning.Page;

/// <summary>A piece of HTML. A text becomes one only by being escaped, so that no name and no value of a config can be
/// markup.</summary>
internal readonly record struct Html
{
    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    /// <summary>A text, as content or as the value of an attribute in quotation marks.</summary>
    public static implicit operator Html(string text) => new(WebUtility.HtmlEncode(text));

    /// <summary>Markup that this program has written.</summary>
    public static Html Markup(string markup) => new(markup);

    /// <summary>Several pieces, one behind the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces));

    /// <summary>The markup.</summary>
    public override string ToString() => _markup ?? "";
}
