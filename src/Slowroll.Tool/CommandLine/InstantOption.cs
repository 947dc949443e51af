using System.CommandLine;
using Slowroll.Rollouts;
using Slowroll.Texts;

namespace Slowroll.Tool.CommandLine;

/// <summary>An option whose value is an instant, such as <c>--at</c>: a time as a config has it, a day, which begins at
/// midnight UTC, or <c>now</c>.</summary>
internal sealed class InstantOption : Option<string>
{
    private const string Now = "now";

    public InstantOption(string name, string description)
        : base(name)
    {
        HelpName = "time";
        Description = description;
    }

    /// <summary>The instant of a call; null where the option isn't given.</summary>
    /// <exception cref="UsageException">It is no instant.</exception>
    public DateTimeOffset? Find(ParseResult call, TimeProvider clock) =>
        call.GetValue(this) is not { } given ? null
        : given == Now ? Present(clock)
        : TimeText.Parse(IsDay(given) ? $"{given} 00:00Z" : given) is { Error: null, Value: var instant } ? instant
        : throw new UsageException(
            $"{Name}: '{OneLine.Of(UrlText.Shown(given))}' is no day and no time. Write a day like '2030-01-31', a "
                + "time like '2030-01-31 12:00Z', or now.");

    /// <summary>The instant of a call; now where the option isn't given.</summary>
    /// <exception cref="UsageException">It is no instant.</exception>
    public DateTimeOffset Read(ParseResult call, TimeProvider clock) => Find(call, clock) ?? Present(clock);

    /// <summary>The present, to a second: people read it.</summary>
    public static DateTimeOffset Present(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerSecond));
    }

    private static bool IsDay(string text) =>
        text.Length == "2030-01-31".Length && text.All(letter => letter is '-' or (>= '0' and <= '9'));
}
