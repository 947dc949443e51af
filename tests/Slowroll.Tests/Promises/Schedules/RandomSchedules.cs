using CsCheck;

namespace Slowroll.Tests.Promises.Schedules;

/// <summary>Random configs of one flag, small enough to print and odd enough to meet every field beside every
/// other.</summary>
internal static class RandomSchedules
{
    private const int Hour = 60;
    private const int Day = 24 * Hour;

    private static readonly Gen<int?> Length =
        Gen.OneOf(Gen.OneOf(0, 1, 90, 8 * Hour, 3 * Day), Gen.Int[1, 2 * Day]).Nullable(0.3);

    private static readonly Gen<RandomStep> Step =
        Gen.Select(Gen.Int[0, 100], Length, Length, (pct, over, hold) => new RandomStep(pct, over, hold));

    private static readonly Gen<RandomClause> Clause = Gen.Select(
        Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[0, Day - 1], Gen.Int[0, Day - 1], Gen.Int[-11, 11],
        (first, last, start, end, offset) => new RandomClause(first, last, start, end, offset));

    private static readonly Gen<RandomHours?> Hours = Gen.OneOf(
        Gen.Const(new RandomHours([new(0, 3, 8 * Hour, 16 * Hour, 0), new(4, 4, 8 * Hour, 12 * Hour, 0)])),
        Clause.Array[1, 3].Select(clauses => new RandomHours(clauses))).Null(0.5);

    private static readonly Gen<IReadOnlyList<RandomFreeze>> Freezes =
        Freeze(withoutEnd: 8).Array[0, 2].Select(freezes => (IReadOnlyList<RandomFreeze>)freezes);

    private static readonly Gen<RandomRollback> Rollback = Gen.Select(
        Gen.Int[-Day, 14 * Day], Gen.OneOf(Gen.Const(0), Gen.Int[1, 3 * Day]),
        (from, over) => new RandomRollback(from, over));

    /// <summary>Configs of all kinds.</summary>
    public static Gen<RandomConfig> Configs { get; } = Gen.Select(
        Flag, Hours, Freezes, (flag, hours, freezes) => new RandomConfig(flag, hours, freezes));

    /// <summary>Configs whose flag has a rollback.</summary>
    public static Gen<RandomConfig> WithRollback { get; } = Gen.Select(
        Configs, Rollback, (config, rollback) => config with { Flag = config.Flag with { Rollback = rollback } });

    /// <summary>Instants to ask at: some anywhere, and those around which something may happen.</summary>
    public static Gen<DateTimeOffset[]> Instants { get; } =
        Gen.Int[-3 * Day, 40 * Day].Array[12].Select(minutes => minutes.Select(RandomConfig.At).ToArray());

    /// <summary>Checks so many cases, the same ones every time. A failure says which, and with which seed it comes
    /// again.</summary>
    public static void Check<T>(Gen<T> gen, int cases, Action<T> check)
    {
        for (var number = 0u; number < cases; number++)
            gen.Sample(check, seed: new PCG(number, number).ToString(), iter: 1, threads: 1);
    }

    /// <summary>A freeze; one in so many has no end.</summary>
    public static Gen<RandomFreeze> Freeze(int withoutEnd) => Gen.Select(
        Gen.Int[-2 * Day, 14 * Day], Gen.Int[1, 5 * Day], Gen.Int[1, withoutEnd],
        (from, length, ends) => new RandomFreeze(from, ends == 1 ? null : length));

    private static Gen<RandomFlag> Flag => Gen.Select(
        Gen.Select(Gen.Int[0, 2 * Day], Gen.OneOf(0, 0, 0, 20, 100), Step.Array[1, 4], Gen.Int[1, 8]),
        Gen.Select(Hours, Freezes, Gen.Int[0, 10 * Day].Nullable(0.7)),
        Gen.Select(Wave.Array[1, 3], Gen.Int[1, 3], Rollback.Null(0.6), Gen.Bool),
        (length, times, more) =>
        {
            var (start, startPct, steps, order) = length;
            var falls = startPct == 100;
            var sorted = order == 1 ? steps : InOrder(steps, startPct, falls);
            return new RandomFlag
            {
                Start = start,
                StartPct = startPct,
                Steps = sorted,
                Hours = times.Item1,
                Freezes = times.Item2,
                Urgent = times.Item3,
                Waves = more.Item2 > 1 ? [] : [.. more.Item1.Select(wave => InOrder(wave, startPct, falls))],
                Rollback = more.Item3,
                HasEarlyAdopters = more.Item4,
            };
        });

    private static Gen<RandomWave> Wave => Gen.Select(
        Gen.OneOf("a", "b").Null(0.3), Gen.Int[0, 3 * Day], Step.Array[1, 3].Null(0.5), Hours, Freezes,
        Rollback.Null(0.6),
        (audience, after, steps, hours, freezes, rollback) =>
            new RandomWave(audience, after, steps, hours, freezes, rollback));

    private static RandomWave InOrder(RandomWave wave, int startPct, bool falls) =>
        wave with { Steps = wave.Steps is null ? null : InOrder(wave.Steps, startPct, falls) };

    // All percentages in the one direction that a schedule has to have.
    private static RandomStep[] InOrder(IReadOnlyList<RandomStep> steps, int startPct, bool falls)
    {
        int Bound(int pct) => falls ? Math.Min(startPct, pct) : Math.Max(startPct, pct);
        var shares = steps.Select(step => Bound(step.Pct)).ToArray();
        Array.Sort(shares);
        if (falls)
            Array.Reverse(shares);
        return [.. steps.Zip(shares, (step, share) => step with { Pct = share })];
    }
}
