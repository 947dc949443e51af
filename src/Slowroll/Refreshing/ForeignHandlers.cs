using Microsoft.Extensions.Logging;

namespace Slowroll.Refreshing;

/// <summary>Calls the handlers of an event so that one that throws harms nobody else.</summary>
internal static class ForeignHandlers
{
    public static void Call<THandler>(THandler? handlers, Action<THandler> call, ILogger logger) where THandler : Delegate
    {
        foreach (var handler in handlers?.GetInvocationList() ?? [])
        {
            try
            {
                call((THandler)handler);
            }
#pragma warning disable CA1031 // A handler is foreign code: what it throws is logged.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.HandlerThrew(logger, e);
            }
        }
    }
}
