namespace Slowroll.AspNetCore.Reading;

/// <summary>A page of the flags of a config: however many there are, an answer has a limited number.</summary>
/// <param name="Flags">The flags on it.</param>
/// <param name="Number">Its number, from 1 on.</param>
/// <param name="Pages">How many pages there are; at least 1.</param>
/// <param name="Total">How many flags are on all of them.</param>
internal sealed record FlagPage(IReadOnlyList<FlagState> Flags, int Number, int Pages, int Total)
{
    /// <summary>A page.</summary>
    /// <param name="flags">All flags.</param>
    /// <param name="size">How many a page has.</param>
    /// <param name="numberOf">Gives the number of the page, from how many pages there are.</param>
    public static FlagPage Of(IReadOnlyList<FlagState> flags, int size, Func<int, int> numberOf)
    {
        var pages = Math.Max(1, (flags.Count + size - 1) / size);
        var number = numberOf(pages);
        return new([.. flags.Skip((number - 1) * size).Take(size)], number, pages, flags.Count);
    }
}
