using Microsoft.Extensions.Logging;

namespace Slowroll.AspNetCore.Watching;

/// <summary>The lines that the page logs.</summary>
internal static partial class PageLog
{
    [LoggerMessage(EventId = 1, EventName = "StatusPageNotMapped", Level = LogLevel.Information, Message =
        "The status page '{Pattern}' is not there in the environment {Environment}. To have it outside of Development, "
        + "set ShowOutsideDevelopment, and require authorization.")]
    public static partial void NotMapped(ILogger log, string pattern, string environment);

    [LoggerMessage(EventId = 2, EventName = "StatusPageIsOpen", Level = LogLevel.Warning, Message =
        "The status page is shown in the environment {Environment}, and its endpoints don't require authorization by "
        + "themselves: whoever reaches them sees all flags. Call RequireAuthorization() on what MapSlowroll returns.")]
    public static partial void IsOpen(ILogger log, string environment);

    [LoggerMessage(EventId = 3, EventName = "StatusPageCannotLook", Level = LogLevel.Error, Message =
        "The status page can't look for changes of the flags; open pages ask each minute.")]
    public static partial void CannotLook(ILogger log, Exception exception);
}
