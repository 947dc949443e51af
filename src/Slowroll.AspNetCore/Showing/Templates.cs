using Slowroll.Planning.Page;

namespace Slowroll.AspNetCore.Showing;

/// <summary>The files that the page is made of.</summary>
internal static class Templates
{
    /// <summary>All styles.</summary>
    public static string Style { get; } = PageStyle.Css + HtmlTemplate.Read(typeof(Templates), "status.css");

    /// <summary>The script.</summary>
    public static string Script { get; } = HtmlTemplate.Read(typeof(Templates), "status.js");

    /// <summary>The page.</summary>
    public static HtmlTemplate Page { get; } = Of("status.html");

    /// <summary>A config.</summary>
    public static HtmlTemplate Config { get; } = Of("config.html");

    /// <summary>A flag that moves.</summary>
    public static HtmlTemplate Flag { get; } = Of("status-flag.html");

    /// <summary>A group of hosts.</summary>
    public static HtmlTemplate Group { get; } = Of("status-group.html");

    /// <summary>The flags that don't move.</summary>
    public static HtmlTemplate Others { get; } = Of("others.html");

    /// <summary>One of them.</summary>
    public static HtmlTemplate Other { get; } = Of("other.html");

    /// <summary>What a hash key gets.</summary>
    public static HtmlTemplate Answer { get; } = Of("answer.html");

    /// <summary>What it gets of a flag.</summary>
    public static HtmlTemplate AnswerRow { get; } = Of("answer-row.html");

    private static HtmlTemplate Of(string file) => HtmlTemplate.Of(typeof(Templates), file);
}
