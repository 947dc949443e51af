namespace Slowroll.Telemetry;

/// <summary>Calls what calls listeners: they are foreign code.</summary>
internal static class Guard
{
    /// <summary>Runs something. What it throws is forgotten: there is nowhere to tell it.</summary>
    public static void Run(Action work)
    {
        try
        {
            work();
        }
#pragma warning disable CA1031 // A listener costs its own measurements, and nothing else.
        catch
#pragma warning restore CA1031
        {
        }
    }
}
