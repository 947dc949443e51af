using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Slowroll.Telemetry;

/// <summary>Counts evaluations by flag and side, while someone listens.</summary>
/// <remarks>In a new process making a meter takes longer than everything else up to the first answer. If the platform's
/// assembly for meters is loaded, the meter is made at once. Nobody can listen without that assembly, so otherwise
/// the meter is made when the assembly is loaded, or with the first fetch.</remarks>
internal static class EvaluationTelemetry
{
    private const string MetersAssembly = "System.Diagnostics.DiagnosticSource";

    private static int WasAsked;
    private static bool HasBegun;

    /// <summary>Whether anybody listens. Costs three field reads.</summary>
    public static bool IsEnabled => HasBegun && Instruments.IsEnabled;

    /// <summary>Begins to count: at once if somebody may listen already, else as soon as somebody can. Each config
    /// calls it.</summary>
    public static void BeginWhenNeeded()
    {
        if (Interlocked.Exchange(ref WasAsked, 1) != 0)
            return;

        // Before the look at the loaded assemblies, so that none is missed in between.
        AppDomain.CurrentDomain.AssemblyLoad += OnLoaded;
        if (Array.Exists(
            AppDomain.CurrentDomain.GetAssemblies(), static assembly => assembly.GetName().Name == MetersAssembly))
        {
            Begin();
        }
    }

    /// <summary>Begins to count. Throws nothing that a listener throws.</summary>
    public static void Begin()
    {
        AppDomain.CurrentDomain.AssemblyLoad -= OnLoaded;
        RuntimeHelpers.RunClassConstructor(typeof(Instruments).TypeHandle);
        Volatile.Write(ref HasBegun, true);
    }

    /// <summary>Counts an answer, and returns its value.</summary>
    /// <remarks>Costs what the listeners cost: they run within the read. Allocates nothing itself.</remarks>
    public static T Counted<T>(EvaluationTags tags, (T Value, Side Side) answer)
    {
        try
        {
            Instruments.Add(tags.OfSide(answer.Side));
        }
#pragma warning disable CA1031 // A listener is foreign code: what it throws must not come out of a read.
        catch
#pragma warning restore CA1031
        {
        }

        return answer.Value;
    }

    // Not on the thread that is loading the assembly, because it isn't ready yet.
    private static void OnLoaded(object? sender, AssemblyLoadEventArgs loading)
    {
        if (loading.LoadedAssembly.GetName().Name == MetersAssembly)
            ThreadPool.UnsafeQueueUserWorkItem(static _ => Begin(), null);
    }

    // A class of its own, so that nothing of it is loaded before somebody can listen.
    private static class Instruments
    {
        private static readonly ForgivingMeter Meter = new();

        private static readonly Counter<long> Evaluations = Meter.CreateCounter(
            "slowroll.flag.evaluations", "{evaluation}",
            "Evaluations of flags, by feature_flag.key and feature_flag.result.variant.");

        public static bool IsEnabled => Evaluations.Enabled;

        public static void Add(ReadOnlySpan<KeyValuePair<string, object?>> tags) => Evaluations.Add(1, tags);
    }
}
