namespace Slowroll.Tests;

/// <summary>A test that needs root: only root makes files of other users.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = Root.WhyNot;
}

/// <inheritdoc cref="RootFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootTheoryAttribute : TheoryAttribute
{
    public RootTheoryAttribute() => Skip = Root.WhyNot;
}

internal static class Root
{
    /// <summary>The user whom most systems call nobody.</summary>
    public const int Nobody = 65534;

    public static string? WhyNot =>
        !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess ? null : "It needs root.";

    /// <summary>Gives a file or a directory to a user; of a link, the link itself.</summary>
    public static void Give(string path, int user) => Command.Run("chown", "--no-dereference", $"{user}", path);
}
