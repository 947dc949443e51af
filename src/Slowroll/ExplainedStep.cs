using Slowroll.Texts;

namespace Slowroll;

/// <summary>The step that a schedule is in: the one that began last, or the first one that will begin. A schedule with
/// <c>duration</c> has one step.</summary>
public sealed record ExplainedStep
{
    /// <summary>Which step it is, from 1 to <see cref="Count"/>.</summary>
    public int Number { get; init; }

    /// <summary>How many steps the schedule has; 1 or more.</summary>
    public int Count { get; init; }

    /// <summary>The percentage that it goes from, 0 to 100.</summary>
    public double From { get; init; }

    /// <summary>The percentage that it goes to, 0 to 100.</summary>
    public double To { get; init; }

    /// <summary>What the schedule does with it.</summary>
    public StepPhase Phase { get; init; }

    /// <summary>Since when <see cref="Phase"/> goes on; null before the first step.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When <see cref="Phase"/> ends, with all hours and freezes: when the step begins, when its share is
    /// reached, or when the next one begins. Null for never, and where the last step is over.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>As in <c>step 2 of 3: 10 % since Monday 2030-03-04 09:00Z, held until Monday 2030-03-04 17:00Z</c>.
    /// </summary>
    public override string ToString() => $"step {Number} of {Count}: {Course}";

    private string Course => Phase switch
    {
        StepPhase.Waiting => $"{FromTo} begins {InstantText.Of(Until, "never")}",
        StepPhase.Moving => $"{FromTo} since {SinceText}, until {InstantText.Of(Until, "nobody knows when")}",
        StepPhase.Held => $"{Reached} since {SinceText}, held until {InstantText.Of(Until, "nobody knows when")}",
        _ => $"{Reached} since {SinceText}",
    };

    private string FromTo => $"from {InstantText.Percent(From)} to {Reached}";

    private string Reached => InstantText.Percent(To);

    private string SinceText => InstantText.Of(Since, "ever");
}
