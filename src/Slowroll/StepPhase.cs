namespace Slowroll;

/// <summary>What a schedule does at an instant.</summary>
public enum StepPhase
{
    /// <summary>The first step has not begun.</summary>
    Waiting,

    /// <summary>The share goes from one percentage to the other, or would if time were open: see
    /// <see cref="Evaluation{T}.Standstill"/>.</summary>
    Moving,

    /// <summary>The share stays where the config says so: <c>hold</c>, or a step that goes nowhere.</summary>
    Held,

    /// <summary>The last step is over.</summary>
    Over,
}
