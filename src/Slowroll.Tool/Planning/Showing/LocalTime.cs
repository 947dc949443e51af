using System.Globalization;
using Slowroll.Planning.Texts;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Planning.Showing;

/// <summary>Writes instants with the local time beside them.</summary>
internal static class LocalTime
{
    /// <summary>An instant in UTC; on a terminal with the local time beside it, where that is another one.</summary>
    public static string WithLocal(this Session session, long instant)
    {
        if (!session.Terminal.IsTerminal || ShortTime.InstantOf(instant) is not { } known)
            return ShortTime.Of(instant);

        var local = TimeZoneInfo.ConvertTime(known, session.Clock.LocalTimeZone);
        return local.Offset == TimeSpan.Zero
            ? ShortTime.Of(instant)
            : $"{ShortTime.Of(instant)} ({local.ToString("ddd HH:mm", CultureInfo.InvariantCulture)} local)";
    }
}
