using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Slowroll.Evaluating;
using Slowroll.Telemetry;
using Slowroll.Texts;

namespace Slowroll.Observing;

/// <summary>The gauges of the share that the config gives and of the side of this process.</summary>
/// <remarks>A listener calls it on a thread of its own, such as that of an exporter.</remarks>
internal sealed class FlagGauges : IDisposable
{
    /// <summary>How long an observation waits until a new config is read for it. A config that takes longer is observed
    /// the next time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    // The wave of all hash keys that are in no other wave.
    private const string AllOthers = "all";

    private readonly ForgivingMeter _meter = new();
    private readonly FlagTable _flags;
    private readonly CourseReader _reader;
    private readonly KeyValuePair<string, object?> _source;
    private readonly ILogger _logger;
    private int _wasToldOfLimit;

    /// <param name="flags">The flags.</param>
    /// <param name="reader">Reads them for observers.</param>
    /// <param name="hasOwn">Whether this process has a hash key of its own.</param>
    /// <param name="source">The source's name, which is free of secrets.</param>
    /// <param name="logger">The log.</param>
    public FlagGauges(FlagTable flags, CourseReader reader, bool hasOwn, string source, ILogger logger)
    {
        (_flags, _reader, _logger) = (flags, reader, logger);
        _source = new(TelemetryNames.Source, source);
        _meter.CreateGauge(
            "slowroll.flag.share", "%",
            "The share of hash keys on 'new' that the config gives at this instant, from 0 to 100.",
            () => Observe<double>(SharesOf));
        if (hasOwn)
        {
            _meter.CreateGauge(
                "slowroll.flag.on_new", "{process}", "Whether this process is on 'new' by its own hash key: 1 or 0.",
                () => Observe<long>(SidesOf));
        }
    }

    public void Dispose() => _meter.Dispose();

    private List<Measurement<T>> Observe<T>(
        Action<ConfigCourses, RuleBook, long, Action<T, KeyValuePair<string, object?>[]>> measure) where T : struct
    {
        List<Measurement<T>> all = [];
        try
        {
            if (ReadInForce() is not var (book, courses, now))
                return all;

            TellOfLimit(courses);
            HashSet<(object?, object?)> seen = [];
            measure(courses, book, now, (value, tags) =>
            {
                // Two long names may be the same after they were cut.
                if (seen.Add((tags[0].Value, tags.Length > 2 ? tags[2].Value : null)))
                    all.Add(new(value, tags));
            });
        }
#pragma warning disable CA1031 // A clock of the program's own may throw, and there may be too little memory.
        catch (Exception)
#pragma warning restore CA1031
        {
            all.Clear();
        }

        return all;
    }

    // Null if it takes too long.
    private (RuleBook Book, ConfigCourses Courses, long UtcTicks)? ReadInForce()
    {
        var began = Stopwatch.GetTimestamp();
        do
        {
            var book = _flags.InForce;
            if (_reader.Read(book, Patience - Stopwatch.GetElapsedTime(began)) is not { } courses)
                return null;

            // First the clock: one that stood still may go on only for another config.
            var now = _flags.Clock.UtcTicks;
            if (ReferenceEquals(book, _flags.InForce))
                return (book, courses, now);
        }
        while (Stopwatch.GetElapsedTime(began) < Patience);
        return null;
    }

    private void SharesOf(
        ConfigCourses courses, RuleBook book, long utcTicks, Action<double, KeyValuePair<string, object?>[]> measure)
    {
        foreach (var course in courses.Gauged)
        {
            foreach (var (wave, ramp) in course.Ramps)
                measure(ramp.PercentAt(utcTicks, course.Interpolates), TagsOf(course, wave));
        }
    }

    private void SidesOf(
        ConfigCourses courses, RuleBook book, long utcTicks, Action<long, KeyValuePair<string, object?>[]> measure)
    {
        foreach (var course in courses.Gauged)
        {
            if (!course.Interpolates)
                measure(course.SideAt(utcTicks, book.Locks) == Side.New ? 1 : 0, [KeyOf(course), _source]);
        }
    }

    private KeyValuePair<string, object?>[] TagsOf(FlagCourse course, string? wave) => course.HasWaves
        ? [KeyOf(course), _source, new(TelemetryNames.Wave, wave is null ? AllOthers : OneLine.Of(wave))]
        : [KeyOf(course), _source];

    private static KeyValuePair<string, object?> KeyOf(FlagCourse course) =>
        new(TelemetryNames.FlagKey, course.Name.Shown);

    private void TellOfLimit(ConfigCourses courses)
    {
        var leftOut = courses.Count - courses.Gauged.Count;
        if (leftOut > 0 && Interlocked.Exchange(ref _wasToldOfLimit, 1) == 0)
            Log.SeriesLeftOut(_logger, leftOut, courses.Count, ConfigCourses.MostSeries);
    }
}
