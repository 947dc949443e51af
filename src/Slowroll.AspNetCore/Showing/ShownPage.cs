using Slowroll.AspNetCore.Reading;

namespace Slowroll.AspNetCore.Showing;

/// <summary>All that an answer shows.</summary>
/// <param name="Title">What the page is called.</param>
/// <param name="Configs">The configs.</param>
/// <param name="Query">What is asked for.</param>
/// <param name="At">Now.</param>
internal sealed record ShownPage(
    string Title, IReadOnlyList<ShownConfig> Configs, PageQuery Query, DateTimeOffset At)
{
    /// <summary>The flags of a config that the answer has.</summary>
    /// <param name="config">The place of the config.</param>
    /// <param name="size">How many an answer has.</param>
    public FlagPage FlagsOf(int config, int size) => FlagPage.Of(
        Configs[config].Like(Query.Flags), size, pages => Query.PageOf(config, pages));
}
