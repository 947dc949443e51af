using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Slowroll.AspNetCore.Reading;

/// <summary>What a request asks for: <c>key</c>, <c>flags</c>, <c>config</c> and <c>page</c> of its query.</summary>
internal sealed record PageQuery
{
    /// <summary>How many characters a text of the query has at most.</summary>
    public const int Longest = 1_000;

    /// <summary>The hash key to answer for; empty for none.</summary>
    public required string HashKey { get; init; }

    /// <summary>A part of the names of the flags to show; empty for all flags.</summary>
    public required string Flags { get; init; }

    /// <summary>The number of the config, from 1 on, to which <see cref="Page"/> belongs.</summary>
    public required int Config { get; init; }

    /// <summary>The number of the page of that config, from 1 on.</summary>
    public required int Page { get; init; }

    /// <summary>Reads a query; null if a text of it is too long.</summary>
    public static PageQuery? Read(IQueryCollection query)
    {
        var (hashKey, flags) = (Text(query, "key"), Text(query, "flags"));
        return hashKey.Length > Longest || flags.Length > Longest ? null : new()
        {
            HashKey = hashKey,
            Flags = flags.Trim(),
            Config = Number(query, "config"),
            Page = Number(query, "page"),
        };
    }

    /// <summary>The number of the page to show of a config, from 1 on.</summary>
    /// <param name="config">The place of the config, from 0 on.</param>
    /// <param name="pages">How many pages it has.</param>
    public int PageOf(int config, int pages) => config + 1 == Config ? Math.Clamp(Page, 1, Math.Max(1, pages)) : 1;

    /// <summary>The query of another page.</summary>
    public string WithPage(int config, int page)
    {
        var query = QueryString.Empty;
        if (HashKey.Length > 0)
            query = query.Add("key", HashKey);
        if (Flags.Length > 0)
            query = query.Add("flags", Flags);
        return query
            .Add("config", (config + 1).ToString(CultureInfo.InvariantCulture))
            .Add("page", page.ToString(CultureInfo.InvariantCulture))
            .ToUriComponent();
    }

    private static string Text(IQueryCollection query, string name) => query[name] is [{ } text, ..] ? text : "";

    private static int Number(IQueryCollection query, string name) =>
        int.TryParse(Text(query, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : 1;
}
