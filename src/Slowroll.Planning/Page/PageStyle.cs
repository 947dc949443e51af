using System.Security.Cryptography;
using System.Text;
using Slowroll.Charts;

namespace Slowroll.Planning.Page;

/// <summary>The styles that all pages about a config share: colours, texts, charts, tables.</summary>
internal static class PageStyle
{
    /// <summary>The style sheet.</summary>
    public static string Css { get; } = PageChartStyle.Css + HtmlTemplate.Read(typeof(PageStyle), "common.css");

    /// <summary>A style or a script, as the policy of a page names it.</summary>
    public static string HashOf(string content) =>
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";
}
